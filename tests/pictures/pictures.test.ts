import { describe, expect, it } from "vitest";
import type { BriefedEvent, Briefing } from "../../src/model/briefing.ts";
import { addDays, type Day } from "../../src/model/when.ts";
import { draw } from "../../src/pictures/index.ts";
import { network } from "../../src/pictures/network/network.ts";
import { type Drawn, svgOf } from "../../src/pictures/panel/frame.ts";
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
    expect(shown("Сергій Коваль")).toBe("1 Jan 2020 · Сергій Коваль");
    expect(shown("\u202Eevil\u0007</text><script>")).toBe("1 Jan 2020 · evil </text><script>");
    expect(shown("Ж".repeat(200))).toMatch(/^1 Jan 2020 · Ж+…$/);
    expect(picture(timeline(briefing([named("<script>")]))).svg).not.toContain("<script");
  });
});

describe("a finished picture", () => {
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
