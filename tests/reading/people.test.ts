import { describe, expect, test } from "vitest";
import { read, report } from "./told.ts";

const people = (body: string) =>
  read(report(body)).mentions.flatMap((m) =>
    m.kind === "statement"
      ? []
      : m.participants.map(
          (p) =>
            `${p.name} | ${p.role ?? "-"} | ${p.country ?? "-"} | ${p.resolution}${p.inferred ? " inferred" : ""}`,
        ),
  );

describe("who is who by the text alone", () => {
  test("an office before the name, behind it, and with the country in between", () => {
    expect(
      people(
        "President of Ghana Kofi Asantewaa met Maria Sandulescu, President of Moldova, and the foreign minister of Latvia, Janis Ozolinsh, in Accra on Monday.",
      ),
    ).toEqual([
      "Kofi Asantewaa | President | GH | named",
      "Maria Sandulescu | President | MD | named",
      "Janis Ozolinsh | foreign minister | LV | named",
    ]);
  });

  test("a surname is whoever bore it before, with or without a courtesy title", () => {
    expect(
      people(
        "Danish Foreign Minister Lars Holmgaard spoke on Monday.\n\nMr Holmgaard met Swedish Prime Minister Karin Bergqvist on Tuesday.\n\nHolmgaard will visit Turku on Friday.",
      ).filter((p) => p.startsWith("Lars")),
    ).toEqual([
      "Lars Holmgaard | Foreign Minister | DK | surname",
      "Lars Holmgaard | Foreign Minister | DK | surname",
    ]);
  });

  test("he and she are the subject of the sentence before", () => {
    expect(
      people(
        "Danish Foreign Minister Lars Holmgaard arrived on Monday.\n\nHe met Swedish Prime Minister Karin Bergqvist on Tuesday.",
      ),
    ).toEqual([
      "Lars Holmgaard | Foreign Minister | DK | pronoun",
      "Karin Bergqvist | Prime Minister | SE | named",
    ]);
  });

  test("a list shares its country", () => {
    expect(
      people(
        "Danish Foreign Minister Lars Holmgaard met Kenyan President Daniel Otieno, Foreign Minister Alice Wanjiru and army chief Gen. Peter Kamau on Monday.",
      ),
    ).toEqual([
      "Lars Holmgaard | Foreign Minister | DK | named",
      "Daniel Otieno | President | KE | named",
      "Alice Wanjiru | Foreign Minister | KE | named",
      "Peter Kamau | army chief | KE | named",
    ]);
  });

  test("each president of a list stands behind their country", () => {
    expect(
      people("The Presidents of Peru, Rosa Quintanilla, and Chile, Diego Araya, met in Arica on Monday."),
    ).toEqual(["Rosa Quintanilla | President | PE | named", "Diego Araya | President | CL | named"]);
  });

  test("a spokesman is not the one he speaks for", () => {
    const said = read(report("Prime Minister Juraj Benko's spokesman, Peter Maly, said the border was open."))
      .mentions[0];
    expect(said?.participants.map((p) => `${p.part} ${p.name} | ${p.role}`)).toEqual([
      "speaker Peter Maly | spokesman of Juraj Benko",
      "mentioned Juraj Benko | Prime Minister",
    ]);
  });

  test("an unnamed official stays unnamed", () => {
    const said = read(report("A senior Danish diplomat said the talks were useful.")).mentions[0];
    expect(said?.participants).toMatchObject([
      { name: "senior Danish diplomat", country: "DK", resolution: "unnamed", inferred: false },
    ]);
  });

  test("spellings of one unknown name give one id", () => {
    const id = (name: string) =>
      read(report(`Russian Deputy Foreign Minister ${name} said so.`)).mentions[0]?.participants[0]?.id;
    expect(new Set(["Sergei Polyansky", "Sergey Polyanskiy"].map(id)).size).toBe(1);
  });
});

describe("who is who by the table of offices", () => {
  test("an office and a day give a name, marked as inferred", () => {
    expect(
      people("The foreign ministers of Germany and France visited Tunis on Monday.").slice(0, 2),
    ).toEqual([
      "Frank-Walter Steinmeier | foreign minister | DE | role-only inferred",
      "Laurent Fabius | foreign minister | FR | role-only inferred",
    ]);
  });

  test("the document's own word goes before the table", () => {
    expect(
      people(
        "German Foreign Minister Jana Feldkamp arrived on Sunday.\n\nThe German foreign minister met Libyan Prime Minister Salem Zwawi on Monday.",
      ),
    ).toEqual([
      "Jana Feldkamp | foreign minister | DE | role-only",
      "Salem Zwawi | Prime Minister | LY | named",
    ]);
  });
});

describe("countries, capitals and bodies", () => {
  test('a capital is a government between governments, and a place behind "in"', () => {
    const [m] = read(report("Talks between Oslo and Reykjavik were held in Copenhagen on Monday.")).mentions;
    expect([m?.participants.map((p) => `${p.name} ${p.resolution}`), m?.places.map((p) => p.name)]).toEqual([
      ["Norway metonym", "Iceland metonym"],
      ["Copenhagen"],
    ]);
  });

  test("a town that no list has is a place by its cue", () => {
    const [m] = read(
      report(
        "Danish Foreign Minister Lars Holmgaard met Swedish Prime Minister Karin Bergqvist in Quellvik, Norway on Monday.",
      ),
    ).mentions;
    expect(m?.places).toEqual([{ id: "quellvik", name: "Quellvik", country: "NO", derivation: "stated" }]);
  });
});
