/**
 * Whether a picture is a screenshot by its file name or its pixel size.
 *
 * *Proof material*: a picture whose name or pixel size says screenshot, or a field labelled
 * 截图/佐证. The name and the size are judged where the file is handed over; only the answer leaves
 * the page.
 */

/** Names that people and programs give to screenshots. */
const SCREENSHOT_NAME =
  /截图|截屏|截圖|屏幕快照|screen[ _-]?shot|screen[ _-]?cap|scrnshot|snipaste|pixpin|^snip[ _-]?\d|^capture[ _-]?\d/i;

/** About screenshots, but none. */
const ABOUT_SCREENSHOTS = /截图(工具|软件|插件|教程|方法|说明|要求|示例|样例|模板)/;

/** Saved from a chat: photographs have such names as well, so the pixel size must agree. */
const CHAT_NAME = /^(mmexport|微信图片|qq图片|企业微信图片|img_?wx|wx_camera)[ _-]?/i;

/** The file of a camera, whatever its size. */
const CAMERA_NAME =
  /^(img_\d{8}_|dsc[_n]?\d|dscf\d|p\d{7}|pano_|mvimg_|照片|水印相机|今日水印|IMG_\d{4}\.|_mg_\d)/i;

/** Width × height of usual computer screens; either may be less a task bar. */
const DESKTOP_SCREENS: ReadonlySet<string> = new Set([
  '1024x768',
  '1280x720',
  '1280x768',
  '1280x800',
  '1280x960',
  '1280x1024',
  '1360x768',
  '1366x768',
  '1400x1050',
  '1440x900',
  '1536x864',
  '1600x900',
  '1600x1200',
  '1680x1050',
  '1792x1120',
  '1920x1080',
  '1920x1200',
  '2048x1152',
  '2048x1536',
  '2160x1440',
  '2256x1504',
  '2304x1440',
  '2496x1664',
  '2560x1080',
  '2560x1440',
  '2560x1600',
  '2736x1824',
  '2880x1620',
  '2880x1800',
  '3000x2000',
  '3024x1964',
  '3072x1920',
  '3200x1800',
  '3200x2000',
  '3240x2160',
  '3440x1440',
  '3456x2234',
  '3840x1600',
  '3840x2160',
  '4096x2304',
  '5120x2880',
]);

/** Portrait widths of usual phone screens; the height is 1.7 to 2.4 times as much. */
const PHONE_WIDTHS: ReadonlySet<number> = new Set([
  640, 720, 750, 828, 886, 1080, 1125, 1170, 1176, 1179, 1200, 1206, 1220, 1224, 1240, 1242, 1256,
  1260, 1264, 1284, 1290, 1312, 1320, 1344, 1400, 1440,
]);

export interface PictureFacts {
  readonly format: 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp';
  readonly width: number;
  readonly height: number;
  /** The file tells which camera took it. */
  readonly camera: boolean;
}

/** Whether the name alone says that the file is a screenshot. */
export function nameSaysScreenshot(name: string): boolean {
  const plain = name.normalize('NFKC');
  return SCREENSHOT_NAME.test(plain) && !ABOUT_SCREENSHOTS.test(plain);
}

/**
 * Whether the pixel size says that the picture is one of a whole screen.
 *
 * @param screen Size of this machine's screen in device pixels, where it is known.
 */
export function sizeSaysScreenshot(
  name: string,
  facts: PictureFacts,
  screen?: { readonly width: number; readonly height: number },
): boolean {
  if (facts.camera || CAMERA_NAME.test(name) || facts.format === 'gif') return false;
  const { width, height } = facts;
  const own = screen !== undefined && screen.width === width && screen.height === height;
  if (facts.format === 'png' || facts.format === 'bmp') {
    return own || DESKTOP_SCREENS.has(`${width}x${height}`) || isPhoneScreen(width, height);
  }
  // Cameras write JPEG in 16:9 as well: only the tall screens of phones are told by size alone.
  const ratio = height / width;
  if (isPhoneScreen(width, height) && ratio >= 1.95) return true;
  return (
    CHAT_NAME.test(name.normalize('NFKC')) && (own || DESKTOP_SCREENS.has(`${width}x${height}`))
  );
}

function isPhoneScreen(width: number, height: number): boolean {
  const ratio = height / width;
  return PHONE_WIDTHS.has(width) && ratio >= 1.7 && ratio <= 2.4;
}

/** Labels of fields that ask for proof instead of for the matter itself. */
const PROOF_LABEL =
  /截图|截屏|佐证|印证|痕迹|留痕|(工作|现场|活动|走访|入户|巡查|整改)?证明(照片|图片|截图)|水印(照片|相机)|打卡照片|签到照片/;

const NO_PROOF_LABEL =
  /截图(工具|快捷键|反馈|示例|样例|说明)|屏幕截图\(alt|网页截图|痕迹检(验|查)|身份证|头像|证件照|营业执照/i;

/** Whether a field's label asks for proof material (截图、佐证). */
export function isProofLabel(label: string): boolean {
  const plain = label.normalize('NFKC').replace(/\s+/g, '');
  return PROOF_LABEL.test(plain) && !NO_PROOF_LABEL.test(plain);
}
