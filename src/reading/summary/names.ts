import type { EventPlace, Participant } from "../../model/event.ts";

const SHOWN = 8;

/** Participants in a row, as a sentence names them; a long row is cut and counted. */
export function list(participants: readonly Participant[]): string {
  const names = participants.map(named);
  if (names.length < 2) return names[0] ?? "";
  if (names.length > SHOWN)
    return `${names.slice(0, SHOWN - 1).join(", ")} and ${names.length - SHOWN + 1} others`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A participant inside a sentence: with the article that such a name takes. */
export function named({ kind, name, resolution }: Participant): string {
  if (/^(?:the|an?) /i.test(name)) return name.charAt(0).toLowerCase() + name.slice(1);
  switch (kind) {
    case "person":
      if (resolution === "unnamed") return `${AN.test(name) ? "an" : "a"} ${name}`;
      return resolution === "role-only" && /^\p{Ll}/u.test(name) ? `the ${name}` : name;
    case "country":
      return countryNamed(name);
    case "organisation":
      return BODY.test(name) || INITIALS.test(name) ? `the ${name}` : name;
    case "group":
      return ONE_BODY.test(name) ? `the ${name}` : name;
  }
}

/** A spokesman and the body that he speaks for are one voice. */
export function voices(speakers: readonly Participant[]): readonly Participant[] {
  const body = speakers.find(({ kind }) => kind === "organisation");
  const voice = speakers.find(({ kind, resolution }) => kind === "person" && resolution === "unnamed");
  if (speakers.length !== 2 || !body || !voice) return speakers;
  const initials = body.name.match(/\b[A-Z]/g)?.join("") ?? "";
  const told = voice.name.includes(body.name) || (initials.length > 1 && voice.name.includes(initials));
  return [told ? voice : { ...voice, name: `${voice.name} of ${named(body)}` }];
}

/** True for those who take the verb in the plural. */
export const isMany = (who: readonly Participant[]): boolean =>
  who.length > 1 || (who[0]?.kind === "group" && !ONE_BODY.test(who[0].name));

/** A place inside a sentence. */
export const placed = ({ id, name, venue }: EventPlace): string => {
  const place = id.startsWith("country:") ? countryNamed(name) : name;
  return venue === undefined ? place : `${place} (${venue})`;
};

const countryNamed = (name: string) => (PLURAL_OR_UNION.test(name) ? `the ${name}` : name);

const PLURAL_OR_UNION =
  /^(?:United|Netherlands$|Philippines$|Bahamas$|Maldives$|Gambia$|Comoros$|Seychelles$|Vatican)|\b(?:Republic|Federation|Union|Islands|Emirates|States|Kingdom)$/;

/** Words, and initials that are spelt out, which begin with a vowel's sound. */
const AN = /^(?:[AEFHILMNORSX][A-Z]+\b|[aeio][a-z]|un(?!i))/;

/** Initials that are spelt out take the article; those that are read as a word do not. */
const INITIALS =
  /^(?!NATO|ASEAN|UNASUR|MERCOSUR|CARICOM|CELAC|ALBA|ASPA|OPEC|UNESCO|UNICEF|AUKUS|COMESA|ECOWAS|SADC|IGAD|BRICS)[A-Z]{2,6}$/;

/** Common nouns that stand in the names of bodies, and give the name an article. */
const BODY =
  /\b(?:Organi[sz]ation|Ministry|Embassy|Union|Nations|Council|Group|Office|Department|Police|Assembly|Committee|Commission|League|Agency|Bank|Fund|Alliance|Movement|Government|Association|Community|Court|Parliament|Senate|Service|Mission|Delegation|Secretariat|Party|Forum|Initiative|Federation|Administration|Army|Kremlin|White House)\b/;

/** A group that is spoken of as one. */
const ONE_BODY =
  /\b(?:group|delegation|council|committee|commission|format|team|mission|government|opposition|movement|party)$/i;
