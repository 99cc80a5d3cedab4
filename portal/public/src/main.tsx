import { startPage } from '../../ui/start/start-page.js';
import { PublicPage } from './public-page.js';

startPage(<PublicPage />, '/');
