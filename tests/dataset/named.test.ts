import { describe, expect, it } from "vitest";
import { entitiesOf, placesOf } from "../../src/dataset/named.ts";
import { at, event, gazetteer, who } from "../fixtures/world.ts";

const officials = (name: string) =>
  who("country:FI", "attendee", {
    id: "group:fi-officials",
    kind: "group",
    name,
    as: name,
    resolution: "collective",
  });

describe("what a dataset names", () => {
  it("is as the gazetteer knows it, else as the texts call it", () => {
    const events = [
      event({
        id: "E-00000001",
        participants: [
          who("aino-rautala", "attendee", { as: "Ms Rautala", resolution: "surname" }),
          who("pertti-lind", "attendee", { id: "eero-koski", name: "Eero Koski", as: "Eero Koski" }),
          officials("senior Finnish officials"),
        ],
      }),
      event({
        id: "E-00000002",
        participants: [
          who("country:PT", "host"),
          who("pertti-lind", "attendee", { id: "eero-koski", name: "Eero Koski", as: "Eero Koskinen" }),
          officials("Finnish officials"),
        ],
      }),
    ];
    expect(entitiesOf(events, gazetteer)).toMatchObject([
      { id: "aino-rautala", name: "Aino Rautala", offices: [{ office: "foreign-minister" }] },
      { id: "country:PT", kind: "country", name: "Portugal", aliases: ["Portuguese Republic"] },
      { id: "eero-koski", name: "Eero Koski", aliases: ["Eero Koskinen"], country: "FI", offices: [] },
      {
        id: "group:fi-officials",
        kind: "group",
        name: "Finnish officials",
        aliases: ["senior Finnish officials"],
      },
    ]);
  });

  it("has its places with all that they lie in, and a town unknown to the gazetteer in its country", () => {
    const events = [
      event({ id: "E-00000001", places: [at("turku"), at("porto", { id: "sintra", name: "Sintra" })] }),
    ];
    expect(placesOf(events, gazetteer).map(({ id, within }) => [id, within])).toEqual([
      ["continent:europe", []],
      ["country:FI", ["continent:europe"]],
      ["country:PT", ["continent:europe"]],
      ["sintra", ["country:PT"]],
      ["turku", ["country:FI"]],
    ]);
  });
});
