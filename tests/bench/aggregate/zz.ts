import { countInPage } from './in-page';

console.log(await countInPage('/tmp/scale-try/page', 100000));
