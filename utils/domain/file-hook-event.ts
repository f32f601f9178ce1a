/**
 * The event by which the page-world file hook hands over the files of a detached file input, one
 * event for each file, in its `detail`. What comes by it is untrusted: it only counts.
 */
export const FILE_HOOK_EVENT = 'qz-file-chosen';
