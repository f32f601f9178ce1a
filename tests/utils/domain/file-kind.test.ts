import { describe, expect, it } from 'vitest';
import { fileKindOf } from '../../../utils/domain/file-kind';

describe('the kind of a file', () => {
  it.each([
    ['现场.JPG', '', 'image'],
    ['台账.xlsx', 'application/zip', 'office'],
    ['公文.wps', '', 'office'],
    ['版式.ofd', '', 'pdf'],
    ['巡河.mp4', 'video/mp4', 'video'],
    ['录音.m4a', '', 'audio'],
    ['材料.rar', '', 'archive'],
    ['没有扩展名', 'image/png', 'image'],
    ['未知.bin', '', 'other'],
    ['constructor', '', 'other'],
  ] as const)('%s %s', (name, type, kind) => {
    expect(fileKindOf(name, type)).toBe(kind);
  });
});
