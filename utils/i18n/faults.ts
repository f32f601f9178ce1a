import type { Fault } from '../domain/records';
import type { Message } from './message';

/** What happened, what is safe, what to do, in plain words: one sentence each. */
export const faults = {
  'database-unreadable': {
    zh_CN:
      '本机记录库无法读取。已存的记录没有改动。请重新启动浏览器；如仍出现，请在设置中导出能读的数据后再清除。',
    en: 'The records on this computer cannot be read. What was stored is unchanged. Restart the browser; if it happens again, export what can be read in the settings before wiping.',
  },
  'records-lost': {
    zh_CN:
      '本机记录库的文件已损坏，浏览器已换成空的记录库，此前的记录找不回来了。设置和今后的记录不受影响。如存有备份，请在设置中恢复。',
    en: 'The files of the records on this computer were damaged and the browser put an empty store in their place; earlier records are gone. Settings and what is recorded from now on are not affected. If you have a backup, restore it in the settings.',
  },
  'migration-failed': {
    zh_CN:
      '扩展更新后，记录库未能转换到新版本。原有记录原样保留。请重新启动浏览器重试，转换成功前暂不记录。',
    en: 'After an update the records could not be brought to the new version. They are kept as they were. Restart the browser to try again; nothing is recorded until then.',
  },
  'storage-full': {
    zh_CN:
      '磁盘空间不足，新的记录暂时存不下。已存的记录没有丢失。请清理磁盘，或在设置中缩短保存期限。',
    en: 'The disk is full and new records cannot be stored. Nothing stored was lost. Free some space, or shorten retention in the settings.',
  },
  'write-failed': {
    zh_CN: '有记录未能写入。此前的记录完整。多为浏览器正在关闭或更新所致，一般不需要处理。',
    en: 'Some records could not be written. Earlier ones are complete. Mostly the browser was closing or updating; usually nothing needs to be done.',
  },
  'page-unreadable': {
    zh_CN:
      '有页面未能读取，其中的表单和操作没有记上。该页面的使用不受影响。如经常出现，可在设置中停止记录该平台。',
    en: 'A page could not be read; its forms and actions are missing. The page itself is not affected. If it happens often, stop recording that platform in the settings.',
  },
  'file-unreadable': {
    zh_CN: '有上传文件未能读取，不能判断是否重复上传。上传本身不受影响，次数仍然计入。不需要处理。',
    en: 'An uploaded file could not be read, so a repeat cannot be told. The upload itself is not affected and still counted. Nothing needs to be done.',
  },
  'knowledge-unreadable': {
    zh_CN: '扩展自带的词表损坏，数据项暂时认不出来。已存的记录没有改动。请重新安装扩展。',
    en: 'The word lists in the extension are damaged; data items cannot be told. What was stored is unchanged. Install the extension again.',
  },
  'registration-failed': {
    zh_CN:
      '浏览器未能在已允许的网站上启动记录。已存的记录没有改动。请重新启动浏览器，或在设置中移除并重新加入该网站。',
    en: 'The browser could not start recording on an allowed site. What was stored is unchanged. Restart the browser, or remove and add the site again in the settings.',
  },
  'clock-jumped': {
    zh_CN: '电脑的时钟被调整过，受影响的时段已舍去。其余记录不受影响。请核对系统时间。',
    en: 'The computer’s clock was changed; the stretch concerned was dropped. Other records are not affected. Check the system time.',
  },
} as const satisfies Readonly<Record<Fault['code'], Message>>;
