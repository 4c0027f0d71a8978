import { cut } from "../../src/bot/words/clean.ts";
import { type Address, PLATFORMS } from "../../src/chat/address.ts";
import type { Asker } from "../../src/chat/request.ts";
import { adminCommand, confirming, said } from "./command.ts";

const CHOICES = [
  { value: "reader", label: "reader: may ask" },
  { value: "curator", label: "curator: may add and correct" },
  { value: "owner", label: "owner: may do everything" },
] as const;

type Role = (typeof CHOICES)[number]["value"];

export const role = adminCommand({
  name: "role",
  describe: "Who may do what; name somebody a reader, curator or owner",
  example: "role person:@somebody role:curator",
  options: [
    { name: "person", describe: "A mention of them, or their id, such as discord:123 or slack:U0123" },
    { name: "role", describe: "What they may do", choices: CHOICES },
  ],
  needs: "owner",
  run: async ({ fields }, desk, curator) => {
    const recorded = curator.roles();
    if (fields.person !== undefined && fields.role === undefined)
      return said("Not changed yet", [
        "role: say which role it is to be, reader, curator or owner.",
        `For example: briefadmin role person:${cut(fields.person, 60)} role:curator`,
      ]);
    if (fields.role !== undefined && fields.person === undefined)
      return said("Not changed yet", [
        "person: say whose role it is to be: mention the person, or write such as discord:123 or slack:U0123.",
      ]);
    if (fields.person === undefined || fields.role === undefined) {
      const named = Object.entries(recorded).map(([person, value]) => ({ name: person, value }));
      const first = curator.owners.map((person) => ({ name: person, value: "owner, by OWNERS" }));
      return {
        ...said("Roles", [
          "Those who administer a home workspace are curators there. To change a role give person and role.",
        ]),
        fields: [...first, ...named],
      };
    }
    const person = addressOf(fields.person, desk.asker);
    if (person === undefined)
      return said("Not changed", [
        `“${cut(fields.person, 60)}” is nobody's id: mention the person, or write such as discord:123 or slack:U0123.`,
      ]);
    if (curator.owners.includes(person))
      return said("Not changed", [
        `${person} is an owner by OWNERS in the environment; only there can it be taken away.`,
      ]);
    const wanted = fields.role as Role;
    if (recorded[person] === wanted) return said("Nothing to change", [`${person} is ${a(wanted)} already.`]);
    return confirming(
      said("Change this role?", [
        `${person} will be ${a(wanted)}${recorded[person] ? `, and is ${a(recorded[person])} now` : ""}.`,
      ]),
      async (_later, now) => {
        await now.setRole(person, wanted);
        return said("Role changed", [`${person} is ${a(wanted)} from now on.`]);
      },
      curator,
      wanted === "owner" ? "danger" : "primary",
    );
  },
});

const a = (word: string) => (word === "owner" ? "an owner" : `a ${word}`);

/** A mention (`<@123>`, `<@U0123|ann>`), an address, or the platform's own id. */
function addressOf(text: string, { platform }: Asker): Address | undefined {
  const [, mentioned] = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>$/i.exec(text.trim()) ?? [];
  const own = mentioned ?? text.trim().replace(/^@/, "");
  const [, named, id] = /^([a-z]+):([A-Z0-9]+)$/i.exec(own) ?? [];
  const on = named === undefined ? platform : PLATFORMS.find((one) => one === named.toLowerCase());
  const value = id ?? own;
  const fits = on === "discord" ? /^\d{1,20}$/ : on === "slack" ? /^[UW][A-Z0-9]{1,20}$/ : undefined;
  return on !== undefined && fits?.test(value) ? `${on}:${value}` : undefined;
}
