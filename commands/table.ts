import type { MenuEntry } from "../src/chat/command.ts";

/** The commands as README's table (Markdown), one row a command, in the order of the menu. */
export function commandTable(commands: readonly MenuEntry[]): string {
  const rows = commands.map((command) => {
    const name = `\`/${command.group} ${command.name}\``;
    const options = command.options.map((option) => (option.required ? `**${option.name}**` : option.name));
    return `| ${name} | ${command.describe} | ${options.join(", ")} | \`${command.example}\` |`;
  });
  return ["| Command | What it answers | Options | For example |", "|---|---|---|---|", ...rows].join("\n");
}
