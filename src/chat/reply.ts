/**
 * What a command returns and an adapter renders. Everything is plain text: no markup of any platform, and
 * foreign text as it is; the adapter escapes. Order is meaning: items keep theirs, citations number sources.
 */
export type Reply = {
  readonly title: string;
  /** How the question was understood; heads every answer to a question. */
  readonly understood?: string;
  /** Paragraphs before the items. */
  readonly text?: readonly string[];
  readonly items?: readonly Item[];
  /** Name and value beside each other, for profiles and settings. */
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  /** Numbered from 1 in this order; items cite by these numbers. Cut only with the items that cite them. */
  readonly sources?: readonly SourceLine[];
  /** Said after the items: what was inferred, left out, not understood. */
  readonly notes?: readonly string[];
  readonly picture?: Picture;
  readonly file?: FileOut;
  readonly buttons?: readonly Button[];
  readonly choices?: Choices;
  /** A form to open. A platform without forms asks its fields one by one, or shows the command line for them. */
  readonly form?: Form;
  /** Which of how many items this reply shows. Absent when it shows all. */
  readonly page?: PageInfo;
  /** What buttons and follow-ups refer to; the bot keeps what it stands for. */
  readonly receipt?: string;
  /** Who sees it. A `private` reply can be shared by the Share button; `public` posts to the channel at once. */
  readonly audience: "private" | "public";
};

/** One line of an answer: date · who · where · what · [1][2]. An item without `cites` is not a claim. */
export type Item = {
  /** The event's id, where the item is an event. */
  readonly id?: string;
  readonly date?: string;
  readonly who?: string;
  readonly where?: string;
  readonly what: string;
  /** Status and certainty in words: "planned", "date inferred", "names inferred from office", "corrected 3 May". */
  readonly marks?: readonly string[];
  /** An attributed quotation of an official. */
  readonly quote?: string;
  /** Numbers of the sources that it stands on. */
  readonly cites: readonly number[];
  /** Items of one heading stand together: "Planned", "Also mentioned". */
  readonly heading?: string;
};

export type SourceLine = {
  readonly number: number;
  readonly title: string;
  readonly publisher?: string;
  /** As shown to the reader, already formatted. */
  readonly published?: string;
  readonly url?: string;
  /** "paragraph 4". */
  readonly where?: string;
};

export type Picture = {
  readonly name: string;
  readonly png: Uint8Array;
  /** Says in words what the picture shows. */
  readonly alt: string;
};

export type FileOut = {
  /** Plain: letters, digits, dot and hyphen. */
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly description: string;
};

/** A button carries a verb; together with the reply's receipt it becomes a press. */
export type Button = {
  readonly verb: string;
  readonly label: string;
  readonly page?: number;
  /** What the press hands on besides, at most 40 characters. */
  readonly value?: string;
  /** A dangerous one says so in words too. */
  readonly style?: "primary" | "secondary" | "danger";
  /** The press is answered by a form. Platforms open one only as their first sign, so they must know before. */
  readonly opens?: "form";
};

export type Choices = {
  readonly verb: string;
  readonly prompt: string;
  /** At most 25; a longer list says how many are left. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
};

export type Form = {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FormField[];
};

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly required: boolean;
  readonly type: "line" | "text" | "choice" | "suggest" | "file";
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly suggest?: string;
};

/** Item numbers count from 1 over the whole answer. */
export type PageInfo = {
  readonly page: number;
  readonly pages: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
};
