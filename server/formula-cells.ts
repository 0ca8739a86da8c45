/** A spreadsheet takes a cell that begins with one of these for a formula; a number may begin with a minus. */
export const formulaCells = /^(?!-?\d+([.,]\d+)?(e[-+]?\d+)?$)[=+\-@\t\r\n＝＋－＠]/u;
