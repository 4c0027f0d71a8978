import { describe, expect, it } from "vitest";
import { openKinds } from "../../../src/dataset/import/kinds.ts";
import type { Gazetteer } from "../../../src/model/entity.ts";

const gazetteer: Gazetteer = {
  people: [],
  organisations: [],
  countries: [
    {
      code: "NO",
      name: "Norway",
      aliases: [],
      demonyms: ["Norwegian", "Finn"],
      capital: "oslo",
      metonyms: [],
      continent: "europe",
    },
  ],
  places: [
    { id: "inner-gulf", kind: "region", name: "Inner Gulf", country: null, aliases: [], within: [] },
    { id: "port-hollin", kind: "city", name: "Port Hollin", country: "NO", aliases: [], within: [] },
  ],
  titles: [],
  topics: [],
  occasions: [],
  anchors: [],
};
const kindOf = openKinds(gazetteer);

describe("what a coded actor is, by its name", () => {
  it.each([
    ["Ada Berg", "person"],
    ["Abdul Karim bin Yusuf Al Nahri", "person"],
    ["R.S. Olufsen", "person"],
    ["Benedict XVI", "person"],
    ["Finn Aasen", "person"],
    ["Secretary of State for Fisheries", "person"],
    ["Hollin Development Agency", "organisation"],
    ["Norwegian Railways", "organisation"],
    ["Physicians for Fair Trade", "organisation"],
    ["Berg & Daughters", "organisation"],
    ["HVX Shipping", "organisation"],
    ["March 3 Circle", "organisation"],
    ["Movement of the Fjord People", "organisation"],
    ["Fjord Rebel", "group"],
    ["Upland people", "group"],
    ["Inner Gulf", "group"],
    ["Port Hollin", "group"],
    ["Hollinites", "group"],
  ])("%s is a %s", (name, kind) => {
    expect(kindOf(name, null)).toBe(kind);
  });

  it.each([
    ["Police", "organisation"],
    ["Foreign Affairs", "organisation"],
    ["Military", "organisation"],
    ["Workers' Party", "organisation"],
    ["Citizen", "group"],
    ["Military Personnel", "group"],
    ["Party Member", "group"],
    ["Member of Parliament", "group"],
    ["Air Force Chief", "group"],
    ["Head of Government", "group"],
  ])("%s of a country is a %s", (sector, kind) => {
    expect(kindOf(`${sector} (Norway)`, sector)).toBe(kind);
  });

  it("goes by the sector, not by whose it is", () => {
    expect(kindOf("Combatant (Hollin Liberation Army)", "Combatant")).toBe("group");
  });
});
