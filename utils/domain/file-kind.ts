import type { FileKind } from './observation';

const KIND_BY_EXTENSION: ReadonlyMap<string, FileKind> = new Map(
  (
    [
      ['image', 'jpg jpeg jfif png gif bmp webp avif heic heif tif tiff svg ico'],
      [
        'office',
        'doc docx docm dot dotx xls xlsx xlsm xlsb csv ppt pptx pps ppsx wps wpt et ett dps odt ods odp rtf',
      ],
      ['pdf', 'pdf ofd ceb'],
      ['video', 'mp4 mov avi m4v wmv flv mkv webm 3gp mpg mpeg ts'],
      ['audio', 'mp3 wav m4a aac amr ogg flac wma'],
      ['archive', 'zip rar 7z tar gz tgz bz2 xz'],
    ] as const
  ).flatMap(([kind, extensions]) => extensions.split(' ').map((extension) => [extension, kind])),
);

/**
 * The kind of a file by its name's extension, else by its media type.
 *
 * @param name File name, with or without folders.
 * @param mediaType `File.type`; empty where the browser does not know it.
 */
export function fileKindOf(name: string, mediaType: string): FileKind {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const byExtension = extension === undefined ? undefined : KIND_BY_EXTENSION.get(extension);
  if (byExtension !== undefined) return byExtension;
  const type = mediaType.toLowerCase();
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'audio';
  if (type === 'application/pdf') return 'pdf';
  if (/officedocument|msword|ms-excel|ms-powerpoint|opendocument|\bcsv\b/.test(type))
    return 'office';
  if (/zip|compressed|x-tar|x-7z/.test(type)) return 'archive';
  return 'other';
}
