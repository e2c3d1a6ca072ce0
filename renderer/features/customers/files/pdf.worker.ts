// The parser of PDF files at work away from the page. Its side effect is to answer the messages of pdf-document.ts.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
