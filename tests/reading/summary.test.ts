import { describe, expect, it } from "vitest";
import { type Facts, summarise } from "../../src/reading/summary.ts";
import { at, event, when, who } from "../fixtures/build.ts";
import { events } from "../fixtures/events.ts";

const told = (fields: Partial<Facts>) => summarise(event({ id: "E-00000000", ...fields }));
const inferred = { resolution: "role-only", inferred: true } as const;

describe("a summary", () => {
  it.each<[string, Partial<Facts>]>([
    [
      "Aino Rautala met Inês Carvalho to discuss fisheries in Lisbon on 12 May 2021 (Atlantic Forum).",
      {
        participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "host")],
        places: [at("lisbon")],
        when: when("2021-05-12"),
        topics: ["fisheries"],
        occasion: "Atlantic Forum",
      },
    ],
    [
      "Portugal, Finland, the United States and Pertti Lind were due to hold talks about peace and trade in Lisbon on 26 May 2021; Tomás Echenique was not going to attend.",
      {
        kind: "talks",
        status: "planned",
        participants: [
          who("country:PT", "host"),
          who("country:FI", "attendee"),
          who("country:US", "attendee"),
          who("pertti-lind", "attendee"),
          who("tomas-echenique", "declined"),
        ],
        places: [at("lisbon")],
        when: when("2021-05-26"),
        topics: ["peace", "trade"],
      },
    ],
    [
      "Portugal and Kenya secretly held talks several times about security in Helsinki and Turku from about November 2020 to May 2021.",
      {
        kind: "talks",
        flags: ["secret", "series"],
        participants: [who("country:PT", "attendee"), who("country:KE", "attendee")],
        places: [at("helsinki"), at("turku")],
        when: when("2020-11~/2021-05"),
        topics: ["security"],
      },
    ],
    [
      "Inês Carvalho denied that Portugal and Kenya held talks about peace in 2020.",
      {
        kind: "talks",
        status: "denied",
        participants: [
          who("country:PT", "attendee"),
          who("country:KE", "attendee"),
          who("ines-carvalho", "informant"),
        ],
        when: when("2020"),
        topics: ["peace"],
      },
    ],
    [
      "It was denied that Portugal and Kenya held talks.",
      {
        kind: "talks",
        status: "denied",
        participants: [who("country:PT", "attendee"), who("country:KE", "attendee")],
        when: when("2020", { precision: "none" }),
      },
    ],
    [
      "Joseph Kiplagat and the African Union signed an agreement on fisheries in Nairobi on 8 March 2019, witnessed by Portugal and the United Nations.",
      {
        kind: "agreement",
        participants: [
          who("joseph-kiplagat", "signatory"),
          who("african-union", "signatory"),
          who("country:PT", "witness"),
          who("united-nations", "witness"),
        ],
        places: [at("nairobi")],
        when: when("2019-03-08"),
        topics: ["fisheries", "agreement"],
      },
    ],
    [
      "The AU, an FCDO spokesperson and Pertti Lind made a statement about legal matters and the media in May 2021.",
      {
        kind: "statement",
        participants: [
          who("african-union", "speaker", { name: "AU" }),
          who("unnamed:chilean-diplomat", "speaker", { name: "FCDO spokesperson", resolution: "unnamed" }),
          who("pertti-lind", "speaker"),
        ],
        topics: ["legal", "media"],
        when: when("2021-05"),
      },
    ],
    [
      "A spokesman of the African Union made a statement in May 2021.",
      {
        kind: "statement",
        participants: [
          who("unnamed:chilean-diplomat", "speaker", { name: "spokesman", resolution: "unnamed" }),
          who("african-union", "speaker"),
        ],
        when: when("2021-05"),
      },
    ],
    [
      "An AU spokesman made a statement in May 2021.",
      {
        kind: "statement",
        participants: [
          who("unnamed:chilean-diplomat", "speaker", { name: "AU spokesman", resolution: "unnamed" }),
          who("african-union", "speaker"),
        ],
        when: when("2021-05"),
      },
    ],
    [
      "A senior Chilean diplomat made a statement about health in the week of 3 May 2021.",
      {
        kind: "statement",
        participants: [who("unnamed:chilean-diplomat", "speaker", { resolution: "unnamed" })],
        topics: ["health"],
        when: when("2021-05-03/2021-05-09"),
      },
    ],
    [
      "Tomás Echenique was due to visit Lisbon as a guest of Inês Carvalho to discuss trade in October 2019, according to Pertti Lind.",
      {
        kind: "visit",
        status: "planned",
        participants: [
          who("tomas-echenique", "visitor"),
          who("ines-carvalho", "host"),
          who("pertti-lind", "informant"),
        ],
        places: [at("lisbon")],
        when: when("2019-10"),
        topics: ["trade"],
      },
    ],
    [
      "Aino Rautala was due to meet Inês Carvalho on 12 May 2021; this was cancelled.",
      {
        status: "cancelled",
        participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
        when: when("2021-05-12"),
      },
    ],
    [
      "A ceasefire was rejected by Joseph Kiplagat no later than 30 June 2020.",
      {
        kind: "ceasefire",
        status: "declined",
        participants: [who("joseph-kiplagat", "actor")],
        when: when("../2020-06-30"),
        topics: ["ceasefire"],
      },
    ],
    [
      "A ceasefire proposed by Portugal was rejected by Kenya no later than 30 June 2020.",
      {
        kind: "ceasefire",
        status: "declined",
        participants: [who("country:KE", "actor"), who("country:PT", "target")],
        when: when("../2020-06-30"),
        topics: ["ceasefire"],
      },
    ],
    [
      "Aino Rautala and Joseph Kiplagat refused to meet Inês Carvalho in Lisbon on 12 May 2021.",
      {
        status: "declined",
        participants: [
          who("aino-rautala", "declined"),
          who("joseph-kiplagat", "declined"),
          who("ines-carvalho", "attendee"),
        ],
        places: [at("lisbon")],
        when: when("2021-05-12"),
      },
    ],
    [
      "Tomás Echenique did not take part in talks in Lisbon in May 2021.",
      {
        kind: "talks",
        status: "declined",
        participants: [who("tomas-echenique", "declined")],
        places: [at("lisbon")],
        when: when("2021-05"),
      },
    ],
    [
      "Aino Rautala met Inês Carvalho on 12 May 2021; the names of Aino Rautala and Inês Carvalho are inferred from their offices.",
      {
        participants: [who("aino-rautala", "attendee", inferred), who("ines-carvalho", "attendee", inferred)],
        when: when("2021-05-12"),
      },
    ],
    [
      "Talks took place in Lisbon from 28 December 2020 to 3 January 2021.",
      { kind: "talks", places: [at("lisbon")], when: when("2020-12-28/2021-01-03") },
    ],
    [
      "Aino Rautala took part in a meeting of the African Union in Nairobi no later than 8 March 2019.",
      {
        participants: [who("aino-rautala", "attendee"), who("african-union", "attendee")],
        places: [at("nairobi")],
        when: when("../2019-03-08"),
        rules: ["meeting of a body"],
      },
    ],
    [
      "Aino Rautala met Inês Carvalho several times up to 30 June 2020.",
      {
        flags: ["series"],
        participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
        when: when("../2020-06-30"),
      },
    ],
    [
      "Aino Rautala was due to visit Lisbon and Nairobi on or after 30 June 2020.",
      {
        kind: "visit",
        status: "planned",
        participants: [who("aino-rautala", "visitor"), who("country:PT", "host")],
        places: [at("lisbon"), at("nairobi")],
        when: when("2020-06-30/..", { derivation: "inferred" }),
      },
    ],
    [
      "Pertti Lind gave a warning to Portugal about a ceasefire in the week to 12 May 2021.",
      {
        kind: "statement",
        participants: [who("pertti-lind", "speaker"), who("country:PT", "addressee")],
        topics: ["ceasefire"],
        when: when("2021-05-05~/2021-05-12", { derivation: "publication-bound" }),
        rules: ["said", "verb: warned"],
      },
    ],
    [
      "Pertti Lind and Aino Rautala issued a joint statement in or about May 2021.",
      {
        kind: "statement",
        participants: [who("pertti-lind", "speaker"), who("aino-rautala", "speaker")],
        when: when("2021-05~"),
        rules: ["joint statement"],
      },
    ],
    [
      "It was denied that Aino Rautala met Inês Carvalho at any time up to 30 June 2020.",
      {
        status: "denied",
        participants: [who("aino-rautala", "attendee"), who("ines-carvalho", "attendee")],
        when: when("../2020-06-30"),
      },
    ],
    [
      "Finland gave aid to Kenya over health on 15 June 2020.",
      {
        kind: "aid",
        participants: [who("country:FI", "actor"), who("country:KE", "target")],
        topics: ["health"],
        when: when("2020-06-15"),
      },
    ],
  ])("%s", (sentence, fields) => {
    expect(told(fields)).toBe(sentence);
  });

  it("is one sentence that names everyone who took part, for every event", () => {
    for (const event of events) {
      const sentence = summarise(event);
      expect(sentence).toMatch(/^\p{Lu}[^\n]+\.$/u);
      expect(sentence).not.toMatch(/undefined|null| {2}| [,;.]/);
      for (const { name, part, kind, country } of event.participants)
        if (part !== "mentioned" && !(part === "host" && kind === "country" && country !== undefined))
          expect(sentence.toLowerCase()).toContain(name.toLowerCase());
    }
  });
});
