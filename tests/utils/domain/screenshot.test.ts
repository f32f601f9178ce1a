import { describe, expect, it } from 'vitest';
import {
  isProofLabel,
  nameSaysScreenshot,
  sizeSaysScreenshot,
} from '../../../utils/domain/screenshot';

const facts = (format: 'png' | 'jpeg', width: number, height: number, camera = false) => ({
  format,
  width,
  height,
  camera,
});

describe('screenshots', () => {
  it.each([
    '微信截图_20261123101500.png',
    '屏幕截图 2026-11-23.png',
    'Screenshot_20261123-101500.jpg',
    'QQ截图20261123.png',
    '学习强国截图.jpg',
    'Snipaste_2026-11-23.png',
  ])('are known by name: %s', (name) => {
    expect(nameSaysScreenshot(name)).toBe(true);
  });

  it.each(['IMG_20261123_101500.jpg', '会议照片.jpg', '截图工具使用说明.png', '现场.jpg'])(
    'are not: %s',
    (name) => {
      expect(nameSaysScreenshot(name)).toBe(false);
    },
  );

  it('are known by the size of a screen', () => {
    expect(sizeSaysScreenshot('a.png', facts('png', 1920, 1080))).toBe(true);
    expect(sizeSaysScreenshot('a.png', facts('png', 1080, 2400))).toBe(true);
    expect(sizeSaysScreenshot('a.jpg', facts('jpeg', 1080, 2400))).toBe(true);
    expect(sizeSaysScreenshot('a.png', facts('png', 1553, 871), { width: 1553, height: 871 })).toBe(
      true,
    );
    expect(sizeSaysScreenshot('mmexport1700000000.jpg', facts('jpeg', 1920, 1080))).toBe(true);
  });

  it('are not known by a size that cameras have as well', () => {
    expect(sizeSaysScreenshot('a.jpg', facts('jpeg', 1920, 1080))).toBe(false);
    expect(sizeSaysScreenshot('a.jpg', facts('jpeg', 4032, 3024))).toBe(false);
    expect(sizeSaysScreenshot('a.jpg', facts('jpeg', 1080, 2400, true))).toBe(false);
    expect(sizeSaysScreenshot('IMG_20261123_101500.jpg', facts('jpeg', 1080, 2400))).toBe(false);
    expect(sizeSaysScreenshot('a.png', facts('png', 400, 300))).toBe(false);
  });
});

describe('fields that ask for proof', () => {
  it.each(['上传截图', '佐证材料', '学习截图（必填）', '痕迹资料', '工作 留痕', '水印照片'])(
    '%s',
    (label) => {
      expect(isProofLabel(label)).toBe(true);
    },
  );

  it.each(['现场照片', '附件', '身份证照片', '头像', '截图示例', '证件照'])('not %s', (label) => {
    expect(isProofLabel(label)).toBe(false);
  });
});
