import type { Day, Instant } from "../model/when.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that an instant is in a zone (IANA); in UTC where the zone is not known to this runtime. */
export function dayIn(zone: string, at: Instant): Day {
  const parts = formatFor(zone).formatToParts(Date.parse(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}` as Day;
}

/** Making a format costs a hundred times as much as using it. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = makeFormat(zone);
  formats.set(zone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", calendar: "iso8601" } as const;
  try {
    return new Intl.DateTimeFormat("en", { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
  }
}
