import type { Desk } from "../../src/bot/index.ts";
import type { Command, Option } from "../../src/chat/command.ts";
import type { Form } from "../../src/chat/reply.ts";
import { PERIOD, PLACE, QUESTION, TOPIC } from "../brief/options.ts";
import { exampleOf } from "../examples.ts";
import { replyOf } from "../reply/index.ts";

const OPTIONS: readonly Option[] = [
  { ...QUESTION, required: false, rest: false },
  { name: "person", describe: "Somebody who took part", suggest: "actor" },
  PLACE,
  TOPIC,
  PERIOD,
];

/** One form for every question: in plain words, or by people, place, topic and time. */
export const searchForm: Form = {
  name: "brief search",
  title: "Ask Attaché",
  fields: OPTIONS.map(({ name, describe, suggest }) => ({
    name,
    label: name.slice(0, 1).toUpperCase() + name.slice(1),
    hint: describe,
    required: false,
    type: suggest ? "suggest" : "line",
    ...(suggest && { suggest }),
  })),
};

/** What stands behind the form, and behind `/brief` alone. Plain words go before the other fields. */
export const search: Command<Desk> = {
  group: "brief",
  name: "search",
  describe: "Ask with a form",
  example: exampleOf("search"),
  options: OPTIONS,
  run: async ({ fields }, desk) => {
    const { question, person, place, topic, period } = fields;
    if (question !== undefined) return replyOf(desk.ask(question), desk, { title: "Briefing" });
    if ([person, place, topic, period].every((field) => field === undefined)) {
      const text = ["Ask in plain words, or fill in what you know.", `For example: ${exampleOf("ask")}`];
      return { title: "Ask Attaché", text, form: searchForm, audience: desk.audience };
    }
    const found = desk.brief({
      ask: "events",
      who: [person],
      where: place,
      when: period,
      ...(topic !== undefined && { topic }),
    });
    return replyOf(found, desk, { title: "Events" });
  },
};
