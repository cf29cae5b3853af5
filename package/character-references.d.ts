// The table of HTML's character references; generated when the package is built.
declare const table: string;
export default table;
