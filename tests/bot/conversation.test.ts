import { describe, expect, test } from "vitest";
import { say, talk } from "../support/say.ts";

const DAY = 86_400_000;

describe("a command", () => {
  test("gives the same answer as its question, each line with its source", async () => {
    const answer = `Understood: People who met Inês Carvalho, 1 January to 31 December 2021

1. 12 May 2021 · Aino Rautala · Aino Rautala met Inês Carvalho in Lisbon on 12 May 2021. (date inferred) [1] E-lisbon-a
     “The sea does not divide us.”
2. 12 May 2021 · Wanjiru Odhiambo · Wanjiru Odhiambo met Inês Carvalho in Lisbon on 12 May 2021. (date inferred) [1] E-lisbon-b

Sources
[1] Quiet contacts between Lisbon and Nairobi, Lisbon Courier, 14 May 2021, paragraph 2

Note: The date 12 May 2021 is inferred: from the date of the report.`;
    expect(await say('/brief met person:"Inês Carvalho" period:2021')).toBe(`Who met whom\n${answer}`);
    expect(await say("Who met Inês Carvalho in 2021?")).toBe(`Who met Inês Carvalho in 2021?\n${answer}`);
  });

  test("with two people gives what both were at", async () => {
    const said = await say("met person:Carvalho with:Odhiambo");
    expect(said).toContain("E-lisbon-b");
    expect(said).not.toContain("E-lisbon-a");
  });

  test("takes every filter of events together", async () => {
    const said = await say('events place:Africa actor:"Duarte Mello" period:2023 status:planned topic:peace');
    expect(said).toContain("E-plan0023");
    expect(said).toContain("(planned; date inferred)");
    expect(said).not.toContain("E-coast023");
  });

  test("knows an event by its old id, and says that it was merged", async () => {
    const said = await say("event E-oldid001");
    expect(said).toContain("Event E-secret21");
    expect(said).toContain("Note: E-oldid001 was merged into E-secret21.");
    expect(said).toContain("Portugal (attendee, “Portuguese officials”, collective)");
    expect(said).toContain("2 documents, one origin");
  });

  test("finds a document by words of its title or publisher", async () => {
    const said = await say("source nairobi ledger");
    expect(said).toContain("Title: Portuguese paper tells of secret talks with Kenya");
    expect(said).toContain("Link: https://ledger.example/secret-talks");
    expect(said).toContain("E-tariff22");
  });

  test("lists a person's stops in the order of days, only where they were", async () => {
    const said = await say("itinerary Aino Rautala");
    expect(said.match(/E-[a-z0-9-]+/g)).toEqual(["E-lisbon-a", "E-trio0022"]);
  });

  test("tells who somebody is, with offices and their dates", async () => {
    const said = await say("profile Carvalho");
    expect(said).toContain("Offices: Minister of Foreign Affairs (Portugal, 1 March 2017 – 30 June 2022)");
    expect(said).toContain("Country: Portugal");
  });

  test("says what the dataset covers", async () => {
    expect(await say("coverage")).toContain("Documents: 4\nEvents: 27");
  });

  test("helps with itself", async () => {
    expect(await say("help met")).toContain("person (needed): ");
    expect(await say("help")).toContain("\nexport: ");
    expect(await say("help dance")).toContain("There is no command “dance”.");
  });
});

describe("dates", () => {
  test("follow the asker's language, and an event's day no zone", async () => {
    const german = { locale: "de", zone: "Pacific/Apia" };
    expect(await say("Who met Carvalho in 2021?", german)).toContain("1. 12. Mai 2021 · Aino Rautala");
  });

  test("like yesterday follow the asker's zone", async () => {
    const lines = talk({ start: "2021-05-13T23:30:00.000Z" });
    expect(await lines.say("events period:yesterday", { zone: "UTC" })).toContain("12 May 2021");
    const said = await lines.say("events period:yesterday", { zone: "Africa/Nairobi" });
    expect(said).toContain("Understood: Events, 13 May 2021");
  });
});

describe("what is not recorded", () => {
  test("is said, with what the dataset covers", async () => {
    const said = await say("Who met Carvalho in 1950?");
    expect(said).toContain(
      "Nothing recorded. That is not proof that it did not happen. The dataset holds 4 documents",
    );
  });

  test("is no no", async () => {
    const said = await say("Did Joseph Kiplagat meet Tomás Echenique?");
    expect(said).toContain("Nothing recorded");
    expect(said).not.toMatch(/^No\b/m);
  });

  test("is told apart from what was denied", async () => {
    const said = await say("Did Portugal negotiate peace with Kenya?");
    expect(said).toContain("No: it was denied. A denial is what someone said, not proof.");
  });
});

describe("what can't be understood", () => {
  test.each([
    ["", "There was no question."],
    ["met persn:Carvalho", "“met” has no option “persn”."],
    ["met", "“met” needs person"],
    ["events status:rumoured", "“rumoured” is no status. It is one of: happened, planned"],
    ["met Zorblatt", "“Zorblatt” is not a name that this dataset knows."],
    ['events period:"31 June 2021"', "“31 June 2021” is not in the calendar."],
    ["events period:2022-05/2021-01", "The period ends (2021-01-31) before it starts (2022-05-01)."],
    ["events topic:astrology", "“astrology” is not a name that this dataset knows."],
    ["events kind:dance", "“dance” is not a name that this dataset knows."],
    ["event E-nothere1", "Nothing recorded under “E-nothere1”."],
    ["source zzz", "“zzz” is not a name that this dataset knows."],
    ["/digest list", "Digests can't be kept here just now"],
    ["flubber wibble", "Not understood"],
  ])("%s", async (line, sentence) => {
    expect(await say(line)).toContain(sentence);
  });

  test("10,000 characters get one short answer", async () => {
    const said = await say("who ".repeat(2_500));
    expect(said.length).toBeLessThan(1_000);
    expect(said).toMatch(/at most \d+ characters/);
  });

  test("what is echoed has no controls or direction marks in it", async () => {
    const reply = await talk().hear("met \u202eevil\u0007\u0000 person");
    expect(JSON.stringify(reply)).not.toMatch(/\\u0000|\\u0007|\u202e/);
  });
});

describe("a name that several bear", () => {
  test("gets a menu, and the choice is the whole question", async () => {
    const lines = talk();
    const menu = await lines.hear("Who met Rautala in 2021?");
    expect(menu.choices).toMatchObject({
      verb: "pick",
      prompt: "Which “Rautala” is meant?",
      options: [
        { value: "aino-rautala", label: "Aino Rautala", hint: "Minister for Foreign Affairs, Finland" },
        { value: "mikko-rautala", label: "Mikko Rautala", hint: "Ambassador to Kenya, Finland" },
      ],
    });
    expect(menu.buttons).toBeUndefined();
    const picked = await lines.press(menu, "pick", "aino-rautala");
    expect(picked.understood).toBe("People who met Aino Rautala, 1 January to 31 December 2021");
    expect(picked.items?.map(({ who }) => who)).toEqual(["Inês Carvalho"]);
  });

  test("in an option keeps the other options", async () => {
    const lines = talk();
    const menu = await lines.hear("met person:Rautala place:Lisbon");
    const picked = await lines.press(menu, "pick", "aino-rautala");
    expect(picked.understood).toBe("People who met Aino Rautala, in Lisbon");
  });

  test("twice gets a menu for each", async () => {
    const lines = talk();
    const menu = await lines.hear("between a:Rautala b:Rautala");
    const second = await lines.press(menu, "pick", "aino-rautala");
    expect(second.choices?.verb).toBe("pick");
    const picked = await lines.press(second, "pick", "mikko-rautala");
    expect(picked.understood).toContain("Aino Rautala and Mikko Rautala");
  });

  test("is no longer there when the choice was never offered", async () => {
    const lines = talk();
    const menu = await lines.hear("Who met Rautala?");
    expect((await lines.press(menu, "pick", "somebody-else")).title).toBe("No longer known");
  });
});

describe("a follow-up", () => {
  test("changes only what it names", async () => {
    const lines = talk();
    await lines.say("Who met Carvalho in 2021?");
    const reply = await lines.hear("and in 2019?");
    expect(reply.understood).toBe("People who met Inês Carvalho, 1 January to 31 December 2019");
  });

  test("follows a command as well as a question", async () => {
    const lines = talk();
    await lines.say("met person:Carvalho period:2021");
    expect((await lines.hear("and in 2019?")).understood).toContain("Inês Carvalho");
  });

  test("belongs to its thread", async () => {
    const lines = talk();
    await lines.say("Who met Carvalho in 2021?", { thread: "discord:1" });
    const reply = await lines.hear("and in 2019?", { thread: "discord:2" });
    expect(reply.understood).not.toContain("Carvalho");
  });

  test("is possible for a day", async () => {
    const lines = talk();
    await lines.say("Who met Carvalho in 2021?");
    lines.later(DAY + 1);
    expect((await lines.hear("and in 2019?")).understood).not.toContain("Carvalho");
  });

  test("to an answer goes on from that answer, not from the last", async () => {
    const lines = talk();
    const first = await lines.hear("Who met Carvalho in 2021?");
    await lines.say("Who met Kiplagat?");
    const receipt = first.receipt ?? "";
    const reply = await lines.act({ kind: "line", text: "and in 2019?", follows: true, receipt });
    expect(reply.understood).toBe("People who met Inês Carvalho, 1 January to 31 December 2019");
  });

  test("is not taken where none is possible", async () => {
    const lines = talk();
    await lines.say("Who met Carvalho in 2021?");
    const reply = await lines.act({ kind: "line", text: "and in 2019?", follows: false });
    expect(reply.understood).not.toContain("Carvalho");
  });

  test("is no whole question", async () => {
    const lines = talk();
    await lines.say("Who met Carvalho?");
    expect((await lines.hear("What happened in Porto?")).understood).not.toContain("Carvalho");
  });
});
