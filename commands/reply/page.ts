import type { PageInfo } from "../../src/chat/reply.ts";

export const ITEMS_A_PAGE = 10;

/** The part of a list that a page shows; a page beyond the end is the last one. */
export function pageOf<T>(
  all: readonly T[],
  wanted: number,
  size = ITEMS_A_PAGE,
): { readonly shown: readonly T[]; readonly page?: PageInfo } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const start = (page - 1) * size;
  const shown = all.slice(start, start + size);
  if (pages === 1) return { shown };
  return {
    shown,
    page: { page, pages, first: start + 1, last: start + shown.length, total: all.length },
  };
}
