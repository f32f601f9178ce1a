import type { Column, Post } from './sites';

const EMPTY = ['<p>暂无内容</p>', '<ul></ul>', '<div class="empty">该栏目暂无信息</div>'];

/** What stands in a column that was never filled; the same for the same column. */
export function emptyWords({ title }: Column, shift: number): string {
  return EMPTY[(title.length + shift) % EMPTY.length] ?? '';
}

export function columnHtml(
  posts: readonly Post[],
  rows: (posts: readonly Post[]) => string,
  empty: string,
): string {
  return posts.length === 0 ? empty : rows(posts);
}
