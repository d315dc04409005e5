// Unpacks the browser of this package once and prints where it lies; start.py uses it where no Chromium is installed.
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());
