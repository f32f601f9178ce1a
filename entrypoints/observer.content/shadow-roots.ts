/** The first search waits until the page has loaded and been shown: what played before is known by its position. */
const SEARCHES_MS = [2_000, 3_000, 5_000, 15_000];
const MAX_ELEMENTS = 20_000;
const MAX_ROOTS = 200;
/** The browser leaves out what is most of every page: each element that is looked at here costs. */
const UNCOMMON = `:not(${'div,span,p,a,b,i,em,strong,ul,ol,li,dl,dt,dd,table,thead,tbody,tr,td,th,col,form,input,button,label,select,option,textarea,img,svg,path,g,use,br,hr,h1,h2,h3,h4,h5,h6,section,article,header,footer,nav,main,script,style,link,meta,font,center'})`;

/**
 * Finds open shadow roots, whose media events never leave them. Only elements with a dash in their
 * name can be meant by a page; at most 20 000 are looked at, ever more rarely, none in a hidden page.
 *
 * @param found is called once for each root, with the epoch ms since when it may have been there unseen
 * @param since that moment for those which are there already
 */
export function findShadowRoots(
  now: () => number,
  found: (root: ShadowRoot, since: number) => void,
  since: number,
): { stop(): void } {
  const known = new WeakSet<ShadowRoot>();
  let count = 0;
  let searches = 0;
  let searchedAt = since;
  /** Elements of the document, and those among them that may get a root of their own. */
  let elements = -1;
  let hosts: readonly Element[] = [];
  const search = (candidates: readonly Element[]) => {
    for (const { shadowRoot } of candidates) {
      if (count >= MAX_ROOTS) return;
      if (shadowRoot === null) continue;
      if (!known.has(shadowRoot)) {
        known.add(shadowRoot);
        count++;
        found(shadowRoot, searchedAt);
      }
      search(possibleHosts(shadowRoot));
    }
  };
  const run = () => {
    try {
      if (document.visibilityState === 'visible' && count < MAX_ROOTS) {
        // The browser knows their number as long as nothing is added or taken away.
        const { length } = document.getElementsByTagName('*');
        if (length !== elements) hosts = possibleHosts(document);
        elements = length;
        search(hosts);
        searchedAt = now();
      }
    } catch {
      // A page that is being torn down.
    }
    searches++;
    timer = setTimeout(run, SEARCHES_MS[Math.min(searches, SEARCHES_MS.length - 1)]);
  };
  let timer = setTimeout(run, SEARCHES_MS[0]);
  return { stop: () => clearTimeout(timer) };
}

function possibleHosts(within: Document | ShadowRoot): readonly Element[] {
  const uncommon = within.querySelectorAll(UNCOMMON);
  const hosts: Element[] = [];
  for (let index = 0; index < uncommon.length && index < MAX_ELEMENTS; index++) {
    const element = uncommon[index] as Element;
    if (element.localName.includes('-')) hosts.push(element);
  }
  return hosts;
}
