import type { Option } from "../../src/chat/command.ts";
import { STATUSES } from "../../src/model/kinds.ts";

/** Options that several commands have, so that one word means one thing everywhere. */
export const QUESTION: Option = {
  name: "question",
  describe: "A question in plain words",
  required: true,
  rest: true,
};

export const PERSON: Option = {
  name: "person",
  describe: "A person, or an office such as a country's foreign minister",
  required: true,
  suggest: "person",
  rest: true,
};

export const PLACE: Option = {
  name: "place",
  describe: "A city, a country or a continent",
  suggest: "place",
};

export const TOPIC: Option = { name: "topic", describe: "What it was about", suggest: "topic" };

export const PERIOD: Option = {
  name: "period",
  describe: "A day, month, year or span: 2020, May 2020, since May, last week",
};

export const STATUS: Option = {
  name: "status",
  describe: "How far it got",
  choices: STATUSES.map((status) => ({ value: status, label: status })),
};
