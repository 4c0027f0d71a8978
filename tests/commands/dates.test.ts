import { expect, test } from "vitest";
import { dateWords, periodWords } from "../../commands/reply/dates.ts";

test.each([
  ["2021-12-02", "en-GB", "2 December 2021"],
  ["2021-12-02", "en-US", "December 2, 2021"],
  ["2021-12-02", "de", "2. Dezember 2021"],
  ["2021-12-02", "en", "2 December 2021"],
  ["2021-12-02", "no-such-locale-", "2 December 2021"],
  ["2021-12", "en-GB", "December 2021"],
  ["1998", "en-GB", "1998"],
  ["2023-03~", "en-GB", "about March 2023"],
  ["2023-03?", "en-GB", "probably March 2023"],
  ["2025-04-14/2025-04-20", "en-GB", "14 – 20 April 2025"],
  ["2020-11~/2021-05", "en-GB", "about November 2020 to May 2021"],
  ["../2019-06-11", "en-GB", "by 11 June 2019"],
  ["2019-06/..", "en-GB", "from June 2019"],
  ["2019/2020-05", "en-GB", "2019 to May 2020"],
  ["some day", "en-GB", "some day"],
])("%s in %s is %s", (edtf, locale, words) => {
  expect(dateWords(edtf, locale)).toBe(words);
});

test("a day stays itself in every zone of the process", () => {
  const zone = process.env.TZ;
  for (const other of ["Pacific/Apia", "America/Los_Angeles", "Asia/Kathmandu"]) {
    process.env.TZ = other;
    expect(dateWords("2021-01-01", "en-GB")).toBe("1 January 2021");
  }
  process.env.TZ = zone;
});

test("a period may be open on either side", () => {
  expect(periodWords("2019-01-01", null, "en-GB")).toBe("from 1 January 2019");
  expect(periodWords(null, null, "en-GB")).toBe("no time");
});
