/**
 * A cell that a spreadsheet takes for a formula: it begins with one of these signs; a number may begin
 * with a minus.
 */
export const formula = /^(?!-?\d+([.,]\d+)?(e[-+]?\d+)?$)[=+\-@\t\r\n＝＋－＠]/u;
