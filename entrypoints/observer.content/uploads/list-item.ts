import { children, classTokens, isConnected, isVisible, queryAll } from '../forms/dom';

/** Entries of upload lists: the component libraries' own, then what hand-made lists are called. */
const ITEMS = [
  '.el-upload-list__item',
  '.ant-upload-list-item',
  '.van-uploader__preview',
  '.arco-upload-list-item',
  '.ivu-upload-list-file',
  '.t-upload__file-list > *',
  '.n-upload-file',
  '.layui-upload-list > *',
  '.weui-uploader__file',
  '.uploader-file',
  '.file-item',
  '.upload-item',
  '.moxie-file',
  'li[id^="WU_FILE_"]',
  '[id^="WU_FILE_"]',
  '.plupload_filelist li',
  '.plupload_file',
  '[class*="upload-list"] li',
  '[class*="upload_list"] li',
  '[class*="uploadlist" i] li',
  '[class*="file-list"] li',
  '[class*="filelist" i] li',
  '[id*="filelist" i] > *',
  '[id*="uploadlist" i] > *',
  '[class*="attach"] li',
].join(',');

export type ItemState = 'none' | 'waiting' | 'sending' | 'sent' | 'failed' | 'gone';

const STATE_WORDS: readonly (readonly [RegExp, ItemState])[] = [
  [/(^|[-_])(error|fail|failed|failure|exception|is-fail|invalid)$/i, 'failed'],
  [
    /(^|[-_])(success|done|complete|completed|finish|finished|uploaded|is-success|is-finished)$/i,
    'sent',
  ],
  [/(^|[-_])(uploading|sending|progress|is-uploading|loading|uploader__mask)$/i, 'sending'],
  [/(^|[-_])(ready|is-ready|waiting|pending|queued?|select)$/i, 'waiting'],
];

const STATE_TEXTS: readonly (readonly [RegExp, ItemState])[] = [
  [/失败|出错|错误|重试|重新上传|中断|超时/, 'failed'],
  [/上传成功|已上传|上传完成|已完成|上传完毕|100%|✓|✔/, 'sent'],
  [/上传中|正在上传|\d{1,2}%|校验中|处理中/, 'sending'],
  [/等待上传|待上传|未上传|排队/, 'waiting'],
];

/** The visible list entries of the page, in document order. */
export function listItems(): readonly Element[] {
  return queryAll(document, ITEMS)
    .slice(0, 400)
    .filter((item) => isVisible(item));
}

/** Whether the entry shows the file's name, as far as lists print long names. */
export function showsName(item: Element, name: string): boolean {
  const whole = plain(name);
  const stem = plain(name.replace(/\.[^.]*$/, '')).slice(0, 12);
  if (stem.length < 4) return plain((item.textContent ?? '').slice(0, 600)).includes(whole);
  const text = plain(`${item.textContent ?? ''} ${item.getAttribute('title') ?? ''}`.slice(0, 600));
  return text.includes(stem);
}

/** The state that an entry shows by its class, else by its text. */
export function itemState(item: Element | undefined): ItemState {
  if (item === undefined) return 'none';
  if (!isConnected(item) || !isVisible(item)) return 'gone';
  const parts = [item, ...Array.from(children(item)).slice(0, 12)];
  const tokens = parts.flatMap((part) => classTokens(part));
  const text = plain((item.textContent ?? '').slice(0, 600));
  const byText = STATE_TEXTS.find(([words]) => words.test(text))?.[1];
  if (byText === 'failed') return 'failed';
  for (const [words, state] of STATE_WORDS) {
    const own = state === 'sending' || state === 'waiting' ? tokens : classTokens(item);
    if (own.some((token) => words.test(token))) return state;
  }
  return byText ?? 'none';
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
