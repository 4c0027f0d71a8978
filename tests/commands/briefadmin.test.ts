import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CURATOR, idOf, OWNER, openRoom, READER, type Room } from "../support/curation.ts";

let folder: string;
let room: Room;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "briefadmin-"));
  room = await openRoom(join(folder, "state"));
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = (reply: unknown) => JSON.stringify(reply);
const ADD =
  'briefadmin add kind:meeting when:2023-04-02 where:Nairobi who:"Aino Rautala; Wanjiru Odhiambo (host)"';
const SOURCE = 'source:"Harbour days, Coast Daily, 2023-04-03 https://coast.example/a"';

describe("add", () => {
  test("shows what will enter, writes it on the word, and the next answer cites it", async () => {
    const shown = await room.hear(`${ADD} ${SOURCE}`, CURATOR);
    expect(shown.title).toBe("Add this event?");
    expect(shown.items?.[0]?.what).toBe("Aino Rautala met Wanjiru Odhiambo in Nairobi on 2 April 2023.");
    expect(await room.say("Who met Aino Rautala in April 2023?")).toContain("Nothing recorded");
    const done = await room.press(shown, "confirm", undefined, CURATOR);
    expect(done.title).toMatch(/^Added: E-/);
    const answer = await room.say("Who met Aino Rautala in April 2023?");
    expect(answer).toContain("2 April 2023 · Wanjiru Odhiambo");
    expect(answer).toContain("[1] Harbour days, Coast Daily, 3 April 2023, https://coast.example/a");
  });

  test("refuses with every reason at once", async () => {
    const reply = await room.hear(
      'briefadmin add kind:banquet status:maybe when:2023-02-30 where:Atlantis who:"Nobody" source:javascript:alert(1)',
      CURATOR,
    );
    expect(reply.title).toBe("Not entered yet");
    for (const name of ["kind:", "status:", "when:", "where:", "who:", "source:"])
      expect(
        reply.text?.some((line) => line.startsWith(name)),
        name,
      ).toBe(true);
    expect(reply.form?.fields.find(({ name }) => name === "when")?.value).toBe("2023-02-30");
  });

  test("asks whether it is the event that looks the same", async () => {
    const line =
      'briefadmin add kind:talks when:2021-05-13 where:Lisbon who:"Aino Rautala; Inês Carvalho (host)"';
    const shown = await room.hear(`${line} ${SOURCE}`, CURATOR);
    expect(shown.title).toBe("Is it the same event?");
    expect(shown.buttons?.map(({ verb }) => verb)).toEqual(["further", "another", "cancel"]);
    await room.press(shown, "further", undefined, CURATOR);
    const event = await room.say(`event ${idOf("E-lisbon-a")}`);
    expect(event).toContain("[2] Harbour days, Coast Daily, 3 April 2023");
    const again = await room.hear(`${line} ${SOURCE}`, CURATOR);
    expect(text(await room.press(again, "cancel", undefined, CURATOR))).toContain("Nothing was changed");
    const other = await room.hear(`${line} ${SOURCE}`, CURATOR);
    expect((await room.press(other, "another", undefined, CURATOR)).title).toMatch(/^Added: E-/);
  });

  test("takes a person and a town that are new, and says so", async () => {
    const line =
      'briefadmin add kind:visit when:"2 April 2023" where:"Vihiga, Kenya" who:"Ada Newcomer (visitor, PT); Kenya (host)"';
    const shown = await room.hear(`${line} ${SOURCE}`, CURATOR);
    expect(shown.notes?.join(" ")).toContain("“Ada Newcomer” is new to the dataset, as a person.");
    expect(shown.notes?.join(" ")).toContain("“Vihiga” is new to the dataset, as a town of Kenya.");
    await room.press(shown, "confirm", undefined, CURATOR);
    expect(await room.say("Where was Ada Newcomer in 2023?")).toContain("Vihiga");
  });

  test("opens a form when nothing is said", async () => {
    const reply = await room.hear("briefadmin add", CURATOR);
    expect(reply.form?.fields.map(({ name }) => name)).toEqual([
      "what",
      "kind",
      "status",
      "when",
      "where",
      "who",
      "source",
    ]);
  });
});

describe("edit", () => {
  const ID = idOf("E-lisbon-a");

  test("shows before and after, and the event says corrected with day and reason", async () => {
    const shown = await room.hear(
      `briefadmin edit event:${ID} when:2021-05-11 reason:"the diary says so"`,
      CURATOR,
    );
    expect(text(shown.fields)).toContain("12 May 2021");
    expect(text(shown.fields)).toContain("11 May 2021");
    await room.press(shown, "confirm", undefined, CURATOR);
    const answer = await room.say("When did Aino Rautala meet Inês Carvalho?");
    expect(answer).toContain("11 May 2021");
    expect(answer).toContain("corrected 3 May 2023: the diary says so");
  });

  test("fills its form with what the event says, and the form come back as it is changes nothing", async () => {
    const shown = await room.hear(`briefadmin edit event:${ID}`, CURATOR);
    const { form } = await room.press(shown, "fill", undefined, CURATOR);
    const fields = Object.fromEntries(
      (form?.fields ?? []).flatMap(({ name, value }) => (value ? [[name, value]] : [])),
    );
    expect(fields.who).toBe("Aino Rautala (attendee); Inês Carvalho (host); Joseph Kiplagat (mentioned)");
    const back = await room.act(
      { kind: "form", name: form?.name ?? "", fields: { ...fields, reason: "none" } },
      CURATOR,
    );
    expect(back.title).toBe("Nothing to change");
  });

  test("needs a reason", async () => {
    expect(text(await room.hear(`briefadmin edit event:${ID} status:planned`, CURATOR))).toContain(
      "reason: say why",
    );
  });
});

test("withdraw takes an event out of answers, and its id says what happened", async () => {
  const id = idOf("E-lisbon-a");
  const done = await room.confirm(`briefadmin withdraw event:${id} reason:"the report was retracted"`);
  expect(done.title).toBe(`Withdrawn: ${id}`);
  expect(await room.say("Who met Aino Rautala in May 2021?")).not.toContain(id);
  expect(await room.say(`event ${id}`)).toContain(
    `${id} was withdrawn on 3 May 2023: the report was retracted`,
  );
  expect(await room.say(`briefadmin edit event:${id}`, CURATOR)).toContain("was withdrawn");
});

test("merge leaves one event with the sources of both, and the old id leads to it", async () => {
  const [gone, kept] = [idOf("E-lisbon-b"), idOf("E-forum021")];
  await room.confirm(`briefadmin merge event:${gone} into:${kept}`);
  const said = await room.say(`event ${gone}`);
  expect(said).toContain(`Event ${kept}`);
  expect(said).toContain(`${gone} was merged into ${kept}.`);
});

describe("undo", () => {
  test("takes a change back, and says when it is taken back already", async () => {
    const id = idOf("E-lisbon-a");
    const done = await room.confirm(`briefadmin withdraw event:${id} reason:x`);
    const change = /C-[0-9a-z]+/.exec(text(done))?.[0];
    await room.confirm(`briefadmin undo change:${change}`);
    expect(await room.say(`event ${id}`)).toContain(`Event ${id}`);
    expect(text(await room.hear(`briefadmin undo change:${change}`, CURATOR))).toContain("undone already");
  });

  test("names what stands on a change", async () => {
    const added = await room.confirm(`${ADD} ${SOURCE}`);
    const [event, change] = [/E-[0-9a-z]+/.exec(text(added))?.[0], /C-[0-9a-z]+/.exec(text(added))?.[0]];
    const edited = await room.confirm(`briefadmin edit event:${event} status:planned reason:y`);
    const later = /C-[0-9a-z]+/.exec(text(edited))?.[0];
    const reply = await room.hear(`briefadmin undo change:${change}`, CURATOR);
    expect(reply.title).toBe("Not undone");
    expect(text(reply)).toContain(`${later}: corrected ${event}`);
    await room.confirm(`briefadmin undo change:${later}`);
    expect((await room.confirm(`briefadmin undo change:${change}`)).title).toBe(`Undone: ${change}`);
    expect(await room.say("Who met Aino Rautala in April 2023?")).toContain("Nothing recorded");
  });
});

const TEXT =
  "NAIROBI, 4 May 2023 - Foreign Minister Aino Rautala of Finland met Kenyan President Wanjiru Odhiambo in Nairobi on Wednesday to discuss fisheries.";

describe("document", () => {
  const line = `briefadmin document title:"Harbour talks" publisher:"Coast Daily" link:https://coast.example/b text:"${TEXT}"`;

  test("is read as every other, and what is accepted is cited by the next answer", async () => {
    const shown = await room.hear(line, CURATOR);
    expect(shown.title).toBe("Take this document?");
    expect(shown.items?.[0]?.what).toContain("Aino Rautala met Wanjiru Odhiambo");
    await room.press(shown, "all", undefined, CURATOR);
    const answer = await room.say("Who met Aino Rautala in May 2023?");
    expect(answer).toContain("Wanjiru Odhiambo");
    expect(answer).toContain("Harbour talks, Coast Daily, 4 May 2023");
    expect(text(await room.hear(line, CURATOR))).toContain("already");
  });

  test("is looked at one by one: edited, then in answers as it was edited", async () => {
    const first = await room.press(await room.hear(line, CURATOR), "take", undefined, CURATOR);
    expect(first.title).toBe("Review");
    expect(await room.say("Who met Aino Rautala in May 2023?")).toContain("Nothing recorded");
    const { form } = await room.press(first, "edit", undefined, CURATOR);
    const fields = Object.fromEntries(
      (form?.fields ?? []).flatMap(({ name, value }) => (value ? [[name, value]] : [])),
    );
    const filled = { ...fields, when: "2023-05-02", reason: "the paper erred" };
    const shown = await room.act({ kind: "form", name: form?.name ?? "", fields: filled }, CURATOR);
    await room.press(shown, "confirm", undefined, CURATOR);
    expect(await room.say("Who met Aino Rautala in May 2023?")).toContain("2 May 2023");
  });

  test("is taken by content: not text, not UTF-8 and too large are refused in a sentence", async () => {
    const upload = (bytes: Uint8Array) =>
      room.act(
        {
          kind: "command",
          group: "briefadmin",
          name: "document",
          fields: {},
          upload: { name: "a.txt", bytes },
        },
        CURATOR,
      );
    for (const [bytes, why] of [
      [new Uint8Array([0, 1, 2]), "it is not text"],
      [new Uint8Array([0xff, 0xfe, 65, 0]), "not UTF-8"],
      [new Uint8Array(5_000_001).fill(65), "over 5 MB"],
      [new Uint8Array(0), "it is empty"],
    ] as const)
      expect(text(await upload(bytes)), why).toContain(why);
  });

  test("refuses an impossible day and a link that is none, both at once", async () => {
    const reply = await room.hear(
      `briefadmin document date:2023-02-30 link:ftp://x.example text:"${TEXT}"`,
      CURATOR,
    );
    expect(reply.text?.map((one) => one.split(":")[0])).toEqual(["date", "link"]);
  });
});

describe("review", () => {
  test("shows one after another; approve, reject and skip each do what they say", async () => {
    const shown = await room.hear(
      `briefadmin document title:Two text:"${TEXT} Rautala will visit Lisbon next week."`,
      CURATOR,
    );
    const first = await room.press(shown, "take", undefined, CURATOR);
    const [a] = first.items ?? [];
    const second = await room.press(first, "skip", undefined, CURATOR);
    const [b] = second.items ?? [];
    expect(b?.id).not.toBe(a?.id);
    await room.press(second, "reject", undefined, CURATOR);
    expect(await room.say(`event ${b?.id}`)).toContain("was withdrawn on 3 May 2023: rejected on review");
    const again = await room.hear("briefadmin review", CURATOR);
    expect(again.items?.[0]?.id).toBe(a?.id);
    expect(text(await room.press(again, "approve", undefined, CURATOR))).toContain(
      "Nothing waits for review.",
    );
    expect(await room.say(`event ${a?.id}`)).toContain("Review: accepted");
  });
});

describe("alias", () => {
  test("is found in every question", async () => {
    await room.confirm('briefadmin alias name:"Aino Rautala" alias:"The Otter"');
    expect(await room.say("Who met The Otter in 2021?")).toContain("Inês Carvalho");
  });

  test.each([
    ["Carvalho", "is a name of Inês Carvalho (ines-carvalho) already"],
    ["Lisbon", "is a name of Lisbon (lisbon) already"],
    ["=HYPERLINK(1)", "begins with a letter or digit"],
    ["<@123>", "begins with a letter or digit"],
    ["Otter <b>", "begins with a letter or digit"],
  ])("%s is refused, since questions or tables would take it for something else", async (other, why) => {
    const { text } = await room.hear(`briefadmin alias name:"Aino Rautala" alias:"${other}"`, CURATOR);
    expect(text?.[0]).toContain(why);
    expect(await room.say("Who met Carvalho in 2021?")).toContain("People who met Inês Carvalho");
  });
});

describe("what is wrong is told kindly:", () => {
  test("somebody with another's surname is asked about, and not taken for them", async () => {
    const line = (who: string) =>
      `briefadmin add kind:meeting when:2023-04-02 who:"Aino Rautala; ${who}" ${SOURCE}`;
    const asked = await room.hear(line("Listbon Kiplagatt"), CURATOR);
    expect(asked.text?.[0]).toMatch(/^who: “Listbon Kiplagatt” reads like .*“Listbon Kiplagatt \(new\)”/);
    for (const other of ["Listbon Kiplagatt (new)", "Ruth Kiplagat", "Zork Zork"]) {
      const { notes } = await room.hear(line(other), CURATOR);
      expect(notes).toContain(`“${other.replace(" (new)", "")}” is new to the dataset, as a person.`);
    }
    for (const known of ["Kiplagat", "J. Kiplagat", "President Odhiambo", "joseph-kiplagat"])
      expect((await room.hear(line(known), CURATOR)).title, known).toBe("Add this event?");
  });

  test.each([
    ["when:soon", "when: “soon” is no day or time."],
    ["where:Vihiga", "where: “Vihiga” is no place that is known here."],
    ["source:D-000000", "source: there is no document D-000000."],
  ])("%s", async (given, why) => {
    const line = ["kind:meeting", "when:2023-04-02", "who:Aino", "source:https://x.example/a"];
    const name = given.split(":")[0];
    const rest = line.filter((one) => !one.startsWith(`${name}:`));
    const { text } = await room.hear(`briefadmin add ${[...rest, given].join(" ")}`, CURATOR);
    expect(text?.join(" ")).toContain(why);
  });

  test("an event's id in the place of a change's, and an event that was withdrawn", async () => {
    const id = idOf("E-lisbon-a");
    await room.confirm(`briefadmin withdraw event:${id} reason:retracted`);
    expect(text(await room.hear(`briefadmin undo ${id}`, CURATOR))).toContain("is an event's id");
    const again = await room.hear(`briefadmin withdraw event:${id} reason:retracted`, CURATOR);
    expect(again.text).toEqual([
      `${id} was withdrawn on 3 May 2023: retracted`,
      `“briefadmin audit about:${id}” leads to that change; to undo it brings the event back.`,
    ]);
  });

  test("a role without its person, and a person without their role", async () => {
    expect(text(await room.hear("briefadmin role role:curator", OWNER))).toContain("person: say whose");
    expect(text(await room.hear("briefadmin role person:discord:7", OWNER))).toContain("role: say which");
  });

  test("an office that is recorded already is said to be", async () => {
    const line = 'briefadmin office person:"Aino Rautala" title:president of:Finland';
    await room.confirm(`${line} from:2023-01-01`);
    const { notes } = await room.hear(`${line} from:2023-02-01`, CURATOR);
    expect(notes?.[0]).toContain("Aino Rautala is recorded in it from 2023-01-01 to now already");
  });
});

test("an edited event of the review is followed by the next that waits", async () => {
  const shown = await room.hear(
    `briefadmin document title:Two text:"${TEXT} Rautala will visit Lisbon next week."`,
    CURATOR,
  );
  const first = await room.press(shown, "take", undefined, CURATOR);
  const id = first.items?.[0]?.id;
  const next = await room.confirm(`briefadmin edit event:${id} when:2023-05-02 reason:"the paper erred"`);
  expect([next.title, next.text?.[0]]).toEqual([
    "Review",
    expect.stringMatching(new RegExp(`^Corrected ${id}: answers show it so from now on`)),
  ]);
  expect(next.items?.[0]?.id).not.toBe(id);
});

test("a place that is wrong is taken out", async () => {
  const id = idOf("E-lisbon-a");
  await room.confirm(`briefadmin edit event:${id} where:nothing reason:"nobody says where"`);
  expect(await room.say("events in Lisbon in May 2021")).not.toContain(id);
});

describe("office", () => {
  test("is asked for by the office from then on", async () => {
    await room.confirm('briefadmin office person:"Aino Rautala" title:president of:Finland from:2023-01-01');
    expect(await room.say("profile Aino Rautala")).toContain("president (Finland, from 1 January 2023");
  });

  test("refuses with every reason at once", async () => {
    const reply = await room.hear(
      'briefadmin office person:Zzyzx title:"grand poobah" of:Atlantis from:2023-02-30',
      CURATOR,
    );
    expect([...new Set(reply.text?.map((one) => one.split(":")[0]))]).toEqual([
      "person",
      "of",
      "title",
      "from",
    ]);
  });
});

describe("export and import", () => {
  test("bring the dataset with people's changes to another house, once", async () => {
    await room.confirm(`${ADD} ${SOURCE}`);
    await room.confirm(`briefadmin withdraw event:${idOf("E-lisbon-a")} reason:"retracted"`);
    const { file } = await room.hear("briefadmin export", CURATOR);
    expect(String(file?.content)).not.toContain("Carl");
    const other = await openRoom(join(folder, "other"));
    const bytes = new TextEncoder().encode(String(file?.content));
    const bring = () =>
      other.act(
        {
          kind: "command",
          group: "briefadmin",
          name: "import",
          fields: {},
          upload: { name: "x.json", bytes },
        },
        OWNER,
      );
    await other.press(await bring(), "confirm", undefined, OWNER);
    expect(await other.say("Who met Aino Rautala in April 2023?")).toContain("Wanjiru Odhiambo");
    expect(await other.say(`event ${idOf("E-lisbon-a")}`)).toContain("was withdrawn");
    expect((await bring()).title).toBe("Nothing to import");
    await other.close();
  });

  test("what is no export is refused in a sentence", async () => {
    for (const content of ["not json", "null", "{}", '{"attache":2}']) {
      const upload = { name: "x.json", bytes: new TextEncoder().encode(content) };
      const reply = await room.act(
        { kind: "command", group: "briefadmin", name: "import", fields: {}, upload },
        OWNER,
      );
      expect(reply.title, content).toBe("Not imported");
    }
  });
});

describe("role", () => {
  test("makes a reader a curator, and the audit says who did", async () => {
    expect(text(await room.hear("briefadmin status", READER))).toContain("for curators");
    await room.confirm("briefadmin role person:<@1> role:curator", OWNER);
    expect((await room.hear("briefadmin status", READER)).title).toBe("Status");
    const audit = await room.say("briefadmin audit", OWNER);
    expect(audit).toContain("Olga Owner (discord:9)");
    expect(audit).toContain("made Rita Reader (discord:1) a curator");
    expect(audit).toContain("Rita Reader (discord:1) · discord:1000 · was refused “status”");
  });

  test("takes nothing from an owner by the environment, and knows what is no id", async () => {
    expect(text(await room.hear("briefadmin role person:discord:9 role:reader", OWNER))).toContain("OWNERS");
    expect(text(await room.hear('briefadmin role person:"the boss" role:reader', OWNER))).toContain(
      "nobody's id",
    );
  });
});

test("a backup holds the changes, and status says what there is", async () => {
  await room.confirm(`briefadmin withdraw event:${idOf("E-lisbon-a")} reason:x`);
  expect((await room.hear("briefadmin backup", OWNER)).title).toBe("Backup made");
  const { fields } = await room.hear("briefadmin status", CURATOR);
  expect(fields?.find(({ name }) => name === "Changes by people")?.value).toBe("1, of which 0 are undone");
});

test("the audit tells who, when, where, what and why, and forgets names when asked to", async () => {
  await room.confirm(`briefadmin withdraw event:${idOf("E-lisbon-a")} reason:"the report was retracted"`);
  const line = await room.say("briefadmin audit", OWNER);
  expect(line).toContain("2023-05-03 10:00 UTC · Carl Curator (discord:5) · discord:1000 · C-");
  expect(line).toContain("(the report was retracted)");
  await room.press(await room.hear("forget-me", CURATOR), "confirm", undefined, CURATOR);
  const after = await room.say("briefadmin audit", OWNER);
  expect(after).toContain("a former member · discord:1000 · had what was stored about them deleted");
  expect(after).not.toContain("Carl");
  expect(await room.say("forget-me", CURATOR)).toContain("Stored about you: nothing");
});

test("a long document is read beside other answers, and is looked at when it is read", {
  timeout: 60_000,
}, async () => {
  const long = Array.from(
    { length: 1_500 },
    (_, n) =>
      `Paragraph ${n}. On ${1 + (n % 28)} March 2023 Aino Rautala met Wanjiru Odhiambo in Nairobi to discuss fisheries.`,
  ).join("\n\n");
  const upload = { name: "long.txt", bytes: new TextEncoder().encode(long) };
  const act = { kind: "command", group: "briefadmin", name: "document", fields: {}, upload } as const;
  let done = false;
  const brought = room.act(act, CURATOR).then((reply) => {
    done = true;
    return reply;
  });
  expect(await room.say("Who met Aino Rautala in 2021?")).toContain("Inês Carvalho");
  expect(done).toBe(false);
  let reply = await brought;
  while (reply.title === "Still reading") reply = await room.press(reply, "look", undefined, CURATOR);
  expect(reply.title).toBe("Take this document?");
});

test("who is forgotten stands in no file any more", async () => {
  await room.close();
  room = await openRoom(join(folder, "state"), { lasting: true });
  await room.hear("Who met Aino Rautala in 2021?", CURATOR);
  await room.hear("Who met Aino Rautala in 2021?", READER);
  await room.confirm(`briefadmin withdraw event:${idOf("E-lisbon-a")} reason:x`);
  const files = () =>
    readdirSync(join(folder, "state"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
  expect(files()).toMatch(/discord:5\b[\s\S]*Carl|Carl[\s\S]*discord:5\b/);
  const shown = await room.hear("forget-me", CURATOR);
  expect(text(shown.fields)).toContain("Your name and id");
  await room.press(shown, "confirm", undefined, CURATOR);
  expect(files()).not.toMatch(/discord:5\b|Carl/);
  expect(files()).toMatch(/discord:1\b/);
  expect(await room.say(`event ${idOf("E-lisbon-a")}`)).toContain("was withdrawn");
});
