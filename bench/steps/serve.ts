import { openOffice } from './office.js';

/** The server of the HTTP benchmark, in a process of its own so that its CPU can be told from the callers'. Says its address on stdout. */
const office = await openOffice(process.env.DATABASE_URL);
console.log(office.product.url);
process.on('SIGTERM', () => void office.stop().then(() => process.exit(0)));
