import PDFDocument from 'pdfkit';

export const paper = new PDFDocument();
