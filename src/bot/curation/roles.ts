import type { Address } from "../../chat/address.ts";
import type { Asker } from "../../chat/request.ts";

export const ROLES = ["reader", "curator", "owner"] as const;
export type Role = (typeof ROLES)[number];

export type RoleRules = {
  /** The first owners, from the environment: nobody can take it from them. */
  readonly owners: readonly Address[];
  /** Servers and teams that data changes are taken from. */
  readonly home: (workspace: Address) => boolean;
  /** What owners said of people. */
  readonly recorded: Readonly<Record<Address, Role>>;
};

/** Who somebody is here, and whether data changes are taken from where they ask. */
export type Standing = { readonly role: Role; readonly home: boolean };

/**
 * The terminal's operator owns it. Elsewhere the first owners are owners, others are what an owner said; where nobody
 * said anything, who administers the home workspace is a curator there, and so is whom its administrators handed
 * `/briefadmin` on to (`handed`). Everyone else reads.
 */
export function standingOf(asker: Asker, rules: RoleRules, handed: boolean): Standing {
  if (asker.platform === "console") return { role: "owner", home: true };
  const home = asker.workspace !== undefined && rules.home(asker.workspace);
  if (rules.owners.includes(asker.person)) return { role: "owner", home };
  const recorded = rules.recorded[asker.person];
  if (recorded !== undefined) return { role: recorded, home };
  return { role: home && (asker.administers || handed) ? "curator" : "reader", home };
}

/** Where something was done, for the audit: a direct message is named as such, since its address is a person's. */
export const whereOf = ({ platform, workspace, channel }: Asker): string =>
  workspace ?? (platform === "console" ? channel : "a direct message");

/** Whether a role is enough for what needs another. */
export const suffices = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

/**
 * Home workspaces: those of `HOME_WORKSPACES`; where it is unset, the server that Discord's commands are registered
 * in, and Slack's own team, which is every team whose payloads come in but the further ones that were named.
 */
export function homeRule(given: {
  readonly workspaces?: readonly string[] | undefined;
  readonly guild?: string | undefined;
  readonly furtherTeams?: readonly string[] | undefined;
}): RoleRules["home"] {
  const { workspaces, guild, furtherTeams = [] } = given;
  if (workspaces !== undefined) return (workspace) => workspaces.includes(workspace);
  return (workspace) =>
    workspace === `discord:${guild}` ||
    (workspace.startsWith("slack:") && !furtherTeams.includes(workspace.slice("slack:".length)));
}
