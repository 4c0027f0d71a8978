import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import { addDays, type Day } from "../../src/model/when.ts";
import { draw } from "../../src/pictures/index.ts";
import { network } from "../../src/pictures/network/network.ts";
import { type Drawn, outlinedSvgOf, svgOf } from "../../src/pictures/panel/frame.ts";
import { toPng } from "../../src/pictures/panel/png.ts";
import { widthOf } from "../../src/pictures/panel/text.ts";
import { timeline } from "../../src/pictures/timeline/timeline.ts";
import { event, when, who } from "../fixtures/build.ts";
import { world } from "../fixtures/world.ts";

const { events: list } = world();
const known = Array.from({ length: list.length }, (_, at) => briefed(list.at(at)!));

function briefed(told: ReturnType<typeof event>): BriefedEvent {
  return { ...told, sources: [], certainty: "certain" };
}

function briefing(events: readonly BriefedEvent[], more: Partial<Briefing> = {}): Briefing {
  return {
    question: "",
    understood: "Events of the small world",
    query: null,
    answer: { kind: "events", values: events.map(({ id }) => ({ id })) },
    events,
    also: [],
    notes: [],
    coverage: { documents: 4, from: null, to: null, matchingDocuments: 4 },
    nearest: [],
    suggestions: [],
    ...more,
  };
}

function picture(drawn: Drawn): { readonly svg: string; readonly alt: string } {
  if ("none" in drawn) throw new Error(`no picture: ${drawn.none}`);
  return { svg: svgOf(drawn.picture.panel), alt: drawn.picture.alt };
}

/** Left, right and baseline of every label in a picture. */
function labels(svg: string) {
  return [
    ...svg.matchAll(
      /<text x="([\d.-]+)" y="([\d.-]+)" font-size="(\d+)" font-weight="(\d+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)</g,
    ),
  ].map(([, x, y, size, weight, anchor, escaped]) => {
    const text = escaped!
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    const width = widthOf(text, Number(size), weight === "600" ? 600 : 400);
    const left = Number(x) - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
    return { text, left, right: left + width, y: Number(y), size: Number(size) };
  });
}

const number = (text: string) => Number(text.replaceAll(",", ""));

function expectLegible(svg: string) {
  const all = labels(svg);
  for (const one of all) {
    expect(one.left, one.text).toBeGreaterThanOrEqual(0);
    expect(one.right, one.text).toBeLessThanOrEqual(1600);
    expect(one.y, one.text).toBeLessThanOrEqual(800);
  }
  const overlaps = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => Math.abs(a.y - b.y) < a.size * 0.8 && a.left < b.right && b.left < a.right)
      .map((b) => `${a.text} | ${b.text}`),
  );
  expect(overlaps).toEqual([]);
}

const many = (n: number, day: (index: number) => Day) =>
  Array.from({ length: n }, (_, index) => ({
    ...known[index % known.length]!,
    id: `E-${String(index).padStart(5, "0")}`,
    when: when(day(index)),
  }));

const meetings = (n: number, people: number) =>
  Array.from({ length: n }, (_, index) =>
    briefed(
      event({
        id: `E-${index}`,
        participants: [index % people, (index * 7 + 1) % people].map((number) => ({
          ...who("aino-rautala", "attendee"),
          id: `person-${number}`,
          name: `Delegate Number ${number}`,
        })),
      }),
    ),
  );

describe("golden pictures", () => {
  const cases: Readonly<Record<string, () => Drawn>> = {
    "timeline-world": () => timeline(briefing(known)),
    "timeline-lanes": () =>
      timeline(
        briefing(
          known.filter(({ when, places }) => (when.start ?? "") > "2021" && places.length > 0).slice(0, 6),
        ),
      ),
    "timeline-one": () => timeline(briefing(known.slice(0, 1))),
    "network-world": () => network(briefing(known)),
    "network-asked": () =>
      network(
        briefing(known, { query: { ask: "people", who: [{ entity: "aino-rautala" }], kinds: ["met"] } }),
      ),
    "network-many": () => network(briefing(meetings(120, 60))),
  };
  for (const [name, draw] of Object.entries(cases))
    it(`${name} is as it was looked at`, async () => {
      const { svg, alt } = picture(draw());
      await expect(`${svg}<!-- ${alt.replace(/--/g, "- -")} -->\n`).toMatchFileSnapshot(`golden/${name}.svg`);
    });
});

describe("a timeline", () => {
  it("keeps every label inside the picture and off the others", () => {
    expectLegible(picture(timeline(briefing(known))).svg);
    expectLegible(picture(timeline(briefing(many(60, (n) => addDays("2020-01-01", n * 9))))).svg);
    expectLegible(picture(timeline(briefing(many(40, () => "2021-05-03")))).svg);
    expectLegible(
      picture(timeline(briefing([...many(1, () => "1945-02-04"), ...many(5, () => "2025-04-23")]))).svg,
    );
  });

  it("counts what finds no room, so that nothing is left out unsaid", () => {
    const { svg } = picture(timeline(briefing(many(5000, (n) => addDays("2010-01-01", n)))));
    expectLegible(svg);
    const [, shown, said] = (/>([\d,]+) events · ([\d,]+) more counted/.exec(svg) ?? []).map(number);
    const counted = labels(svg)
      .filter(({ text }) => /^\+[\d,]+ in /.test(text))
      .reduce((sum, { text }) => sum + number(/^\+([\d,]+)/.exec(text)?.[1] ?? ""), 0);
    expect(shown! + said!).toBe(5000);
    expect(counted).toBe(said);
  });

  it("says in words what has not simply happened", () => {
    const planned = known.filter(({ status }) => status === "planned");
    const { svg, alt } = picture(timeline(briefing(planned)));
    expect(labels(svg).some(({ text }) => text.includes("planned"))).toBe(true);
    expect(alt).toContain("planned");
  });

  it("fades a bar where its edge is open or approximate", () => {
    const { svg } = picture(
      timeline(
        briefing([
          { ...known[0]!, when: when("2020-03~/2021-06") },
          { ...known[1]!, when: when("../2021-01-04") },
        ]),
      ),
    );
    const fills = [...svg.matchAll(/<rect [^>]*fill="url\(#(\S+)\)"/g)].map(([, id]) => id!);
    expect(fills).toHaveLength(2);
    for (const id of fills) {
      const [first, ...more] = [
        ...svg.matchAll(new RegExp(`<linearGradient id="${id}">.*?</linearGradient>`, "g")),
      ].flatMap(([gradient]) => [...gradient.matchAll(/stop-opacity="([\d.]+)"/g)].map(([, n]) => Number(n)));
      expect(first).toBe(0);
      expect(Math.min(...more)).toBeGreaterThan(0);
    }
  });

  it("is refused in a sentence when there is nothing to draw", () => {
    expect(timeline(briefing([]))).toEqual({ none: "There is no event to draw." });
    const undated = { ...known[0]!, when: { ...known[0]!.when, start: null, end: null } };
    expect(timeline(briefing([undated]))).toEqual({ none: "None of these events has a date to draw." });
  });
});

describe("a network", () => {
  it("counts meetings on its edges and never draws who was not there", () => {
    const { svg } = picture(network(briefing(known)));
    const names = new Set(labels(svg).map(({ text }) => text));
    const absent = known.flatMap(({ participants }) =>
      participants.filter(({ part }) => part === "declined" || part === "absent").map(({ id }) => id),
    );
    const present = known.flatMap(({ participants, status, kind }) =>
      status === "happened" && ["meeting", "talks", "visit"].includes(kind)
        ? participants
            .filter(({ part }) => !["declined", "absent", "mentioned", "informant", "witness"].includes(part))
            .map(({ id }) => id)
        : [],
    );
    const never = absent.filter((id) => !present.includes(id));
    for (const { participants } of known)
      for (const one of participants) if (never.includes(one.id)) expect(names.has(one.name)).toBe(false);
    expectNoBoxOverlap(svg);
  });

  it("draws the strongest forty and counts the rest", () => {
    const { svg, alt } = picture(network(briefing(meetings(300, 60))));
    expect(labels(svg).filter(({ text }) => text.startsWith("Delegate"))).toHaveLength(40);
    expect(svg).toContain("20 others who met are not drawn");
    expect(alt).toContain("20 others who met are not drawn");
    expectNoBoxOverlap(svg);
  });

  it("puts the one who was asked about in the middle", () => {
    const asked = { ask: "people", who: [{ entity: "aino-rautala" }], kinds: ["met"] } as const;
    const { svg } = picture(network(briefing(known, { query: asked })));
    const middle = labels(svg).find(({ text }) => text === "Aino Rautala")!;
    expect((middle.left + middle.right) / 2).toBeCloseTo(800, 0);
  });

  it("keeps nodes and labels off each other where all met all", () => {
    const crowd = Array.from({ length: 40 }, (_, n) => ({
      ...who("aino-rautala", "attendee"),
      id: `person-${n}`,
      name: `${"Delegate".slice(0, 2 + (n % 7))} ${"Surname-Doublename".slice(0, 4 + (n % 14))} ${n}`,
    }));
    const drawn = picture(network(briefing([briefed(event({ id: "E-1", participants: crowd }))])));
    expectNoBoxOverlap(drawn.svg);
    const nodes = [...drawn.svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="(\d+)"/g)].map((match) =>
      match.slice(1).map(Number),
    );
    expect(nodes).toHaveLength(40);
    const covered = nodes.flatMap(([x, y, r]) =>
      labels(drawn.svg).filter(
        (one) =>
          one.y > 100 && one.left < x! + r! && x! - r! < one.right && one.y > y! - r! && one.y - 14 < y! + r!,
      ),
    );
    expect(covered).toEqual([]);
  });

  it("draws nobody without a pair", () => {
    const { svg } = picture(network(briefing(meetings(120, 60))));
    const ends = new Set(
      [...svg.matchAll(/<line x1="(\S+)" y1="(\S+)" x2="(\S+)" y2="(\S+)"/g)].flatMap(([, a, b, c, d]) => [
        `${a} ${b}`,
        `${c} ${d}`,
      ]),
    );
    for (const [, x, y] of svg.matchAll(/<circle cx="(\S+)" cy="(\S+)"/g))
      expect(ends).toContain(`${x} ${y}`);
  });

  it("is refused in a sentence when nobody met", () => {
    expect(network(briefing(known.filter(({ kind }) => kind === "statement")))).toEqual({
      none: "Nobody met anybody in these events, so there is no network to draw.",
    });
  });

  function expectNoBoxOverlap(svg: string) {
    const names = labels(svg).filter(({ text, y }) => y > 100 && !/^\d+$/.test(text));
    const overlaps = names.flatMap((a, index) =>
      names
        .slice(index + 1)
        .filter((b) => Math.abs(a.y - b.y) < a.size && a.left < b.right && b.left < a.right)
        .map((b) => `${a.text} | ${b.text}`),
    );
    expect(overlaps).toEqual([]);
  }
});

describe("foreign text in a picture", () => {
  const named = (name: string) =>
    briefed({ ...event({ id: "E-x" }), participants: [{ ...who("aino-rautala", "attendee"), name }] });

  it("is put in Latin letters where the font has no glyph, cut by whole letters, and never becomes markup", () => {
    const shown = (name: string) =>
      labels(picture(timeline(briefing([named(name)]))).svg).find(({ text }) =>
        text.startsWith("1 Jan 2020 ·"),
      )!.text;
    expect(shown("王毅")).toBe("1 Jan 2020 · Wang Yi");
    expect(shown("გიორგი მარგველაშვილი")).toBe("1 Jan 2020 · Giorgi Margvelashvili");
    expect(shown("سارة")).toMatch(/^1 Jan 2020 · [A-Z][a-z]+$/);
    expect(shown("Сергій Коваль")).toBe("1 Jan 2020 · Сергій Коваль");
    expect(shown("\u202Eevil\u0007</text><script>")).toBe("1 Jan 2020 · evil </text><script>");
    expect(shown("Ж".repeat(200))).toMatch(/^1 Jan 2020 · Ж+…$/);
    expect(picture(timeline(briefing([named("<script>")]))).svg).not.toContain("<script");
  });
});

describe("words for a picture", () => {
  it("are no longer than both platforms take, whatever the names", () => {
    const long = (n: number) => `${n} ${"Ж".repeat(200)}`;
    const events = known.map((one, index) => ({
      ...one,
      participants: one.participants.map((two) => ({ ...two, name: long(index) })),
    }));
    for (const draw of [timeline, network]) {
      const { alt } = picture(draw(briefing(events, { understood: long(0).repeat(4) })));
      expect(alt.length).toBeLessThanOrEqual(1000);
      expect(alt).toMatch(/ more (?:event|pair)s?\./);
    }
  });

  it("tell each event with its date, status and people, and how many more there are", () => {
    const { alt } = picture(timeline(briefing(known)));
    expect(alt).toContain("; 2018 · alleged talks · Chile, Kenya · Santiago;");
    expect(alt).toContain(`; and ${known.length - 8} more events.`);
  });
});

describe("a finished picture", () => {
  it("is under 300 kB and shows what its SVG shows, whatever is asked of it", async () => {
    const cases = [
      many(5000, (n) => addDays("2010-01-01", n)),
      many(400, () => "2021-05-03"),
      [...many(1, () => "1945-02-04"), ...many(80, (n) => addDays("2025-04-23", -n))],
      many(1, () => "2021-05-03"),
    ];
    for (const events of cases) {
      const drawn = await draw("timeline", briefing(events));
      if ("none" in drawn) throw new Error(drawn.none);
      expect(drawn.png.length).toBeLessThan(300_000);
      expect(drawn.svg).toBe(picture(timeline(briefing(events))).svg);
    }
  });

  it("has the pixels that the renderer gives", () => {
    const { panel } = (timeline(briefing(known)) as Extract<Drawn, { picture: unknown }>).picture;
    const image = `data:image/png;base64,${Buffer.from(toPng(panel)).toString("base64")}`;
    const shown = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="800"><image width="1600" height="800" href="${image}"/></svg>`,
    ).render().pixels;
    expect(shown.equals(new Resvg(outlinedSvgOf(panel)).render().pixels)).toBe(true);
  });

  it("has the same bytes each time, two to one, under 300 kB", async () => {
    const many = briefing(meetings(400, 45));
    const [first, second] = await Promise.all([draw("network", many), draw("network", many)]);
    if ("none" in first || "none" in second) throw new Error("no picture");
    expect(first).toEqual(second);
    const header = Buffer.from(first.png);
    expect(header.readUInt32BE(16)).toBe(2 * header.readUInt32BE(20));
    expect(header.readUInt32BE(16)).toBeLessThanOrEqual(1600);
    expect(first.png.length).toBeLessThan(300_000);
    expect(first.svg).toBe(picture(network(many)).svg);
  });

  it("is refused in a sentence when there is nothing to draw", async () => {
    expect(await draw("timeline", briefing([]))).toEqual({ none: "There is no event to draw." });
  });

  it("that fails says so and does not stop the next one", async () => {
    await expect(draw("timeline", { events: null } as unknown as Briefing)).rejects.toThrow();
    expect(await draw("timeline", briefing([]))).toEqual({ none: "There is no event to draw." });
  });
});
