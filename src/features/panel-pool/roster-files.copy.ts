/** The words of taking the roster out of the product, and lists into it. */
export const fileCopy = {
  title: 'Export or import',
  what: 'The file holds whom this list shows, on all of its pages, in its order. Every export is accounted for with its filters.',
  columns: 'Columns',
  contact: 'Add e-mail addresses and phone numbers, so that the file can be imported again',
  csv: 'Export as CSV',
  xlsx: 'Export as XLSX',
  saved: 'The file is saved',
  failed: 'The file did not arrive. Check your connection and try again.',
  toImport: 'Import people from a list',
}
