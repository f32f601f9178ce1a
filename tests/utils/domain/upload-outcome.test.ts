import { describe, expect, it } from 'vitest';
import {
  isUploadAddress,
  judgeUpload,
  readUploadText,
  type UploadSigns,
} from '../../../utils/domain/upload-outcome';

/** What is accepted waits this long for a failure text, ms. */
const SETTLED = 1_500;
const signs = (given: Partial<UploadSigns>): UploadSigns => ({
  item: 'none',
  toast: 'none',
  network: 'none',
  takenBack: false,
  posted: false,
  quietMs: SETTLED,
  ...given,
});

describe('what became of an upload', () => {
  it('is open while nothing tells', () => {
    expect(judgeUpload(signs({}))).toBeUndefined();
    expect(judgeUpload(signs({ item: 'sending' }))).toBeUndefined();
  });

  it('is sent where the page or the server says so and nothing contradicts for a moment', () => {
    for (const said of [{ item: 'sent' }, { toast: 'success' }, { network: 'accepted' }] as const) {
      expect(judgeUpload(signs(said))).toBe('sent');
      expect(judgeUpload(signs({ ...said, quietMs: SETTLED - 1 }))).toBeUndefined();
    }
    expect(judgeUpload(signs({ posted: true, quietMs: 0 }))).toBe('sent');
  });

  it('is failed where the page says so, whatever the status', () => {
    expect(judgeUpload(signs({ network: 'accepted', toast: 'failure', quietMs: 0 }))).toBe(
      'failed',
    );
    expect(judgeUpload(signs({ network: 'accepted', item: 'failed', quietMs: 0 }))).toBe('failed');
    expect(judgeUpload(signs({ network: 'refused' }))).toBe('failed');
  });

  it('is cancelled only where it was taken back before it was sent', () => {
    expect(judgeUpload(signs({ takenBack: true, network: 'broken', item: 'gone' }))).toBe(
      'cancelled',
    );
    expect(judgeUpload(signs({ takenBack: true, item: 'gone' }))).toBe('cancelled');
    expect(judgeUpload(signs({ takenBack: true, network: 'accepted' }))).toBe('sent');
    expect(judgeUpload(signs({ network: 'broken', item: 'gone' }))).toBe('failed');
  });
});

describe('texts about uploads', () => {
  it.each([
    ['上传成功', 'success'],
    ['图片上传成功！', 'success'],
    ['导入完成', 'success'],
    ['上传失败，请重试', 'failure'],
    ['只能上传 jpg/png 文件', 'failure'],
    ['文件大小不能超过 5MB', 'failure'],
    ['文件类型不支持', 'failure'],
    ['成功 2 个，失败 1 个，请重新上传', 'failure'],
    ['请选择所属网格', 'none'],
    ['操作记录', 'none'],
  ] as const)('%s', (text, meaning) => {
    expect(readUploadText(text)).toBe(meaning);
  });
});

describe('addresses of uploads', () => {
  it.each([
    '/api/file/upload',
    '/common/uploadMinio',
    '/sys/oss/put',
    '/fj/save',
    '/image/save.do',
    '/multipart/chunk',
  ])('%s', (path) => {
    expect(isUploadAddress(path)).toBe(true);
  });

  it.each([
    '/api/list',
    '/system/user/profile',
    '/file/download',
    '/static/upload.js',
    '/img/logo.png',
  ])('not %s', (path) => {
    expect(isUploadAddress(path)).toBe(false);
  });
});
