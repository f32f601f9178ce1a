/** Files of one hand-over that are looked at; a folder may hold tens of thousands. */
export const MAX_FILES = 500;

/**
 * The files of a drop or paste, folders opened. The transfer must be read while its event runs, so
 * the entries are taken at once and only folders are read later.
 */
export function transferredFiles(transfer: DataTransfer): {
  readonly files: readonly File[];
  readonly later: Promise<readonly File[]>;
} {
  const folders: FileSystemDirectoryEntry[] = [];
  const files: File[] = [];
  for (const item of Array.from(transfer.items)) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry?.() ?? null;
    if (entry?.isDirectory) {
      folders.push(entry as FileSystemDirectoryEntry);
      continue;
    }
    const file = item.getAsFile();
    if (file !== null && files.length < MAX_FILES) files.push(file);
  }
  return { files, later: folders.length === 0 ? Promise.resolve([]) : filesOf(folders) };
}

async function filesOf(folders: FileSystemDirectoryEntry[]): Promise<readonly File[]> {
  const found: File[] = [];
  const waiting = [...folders];
  try {
    while (waiting.length > 0 && found.length < MAX_FILES) {
      const folder = waiting.shift();
      if (folder === undefined) break;
      for (const entry of await entriesOf(folder)) {
        if (found.length >= MAX_FILES) break;
        if (entry.isDirectory) waiting.push(entry as FileSystemDirectoryEntry);
        else found.push(await fileOf(entry as FileSystemFileEntry));
      }
    }
  } catch {
    // The folder went away while it was read: what was found counts.
  }
  return found;
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0 || all.length >= MAX_FILES) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
