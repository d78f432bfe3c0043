// Dates in files of the office are written the British way, 31/01/2024 (or 31-01-2024), if a spreadsheet has been at
// them; else as everywhere here, 2024-01-31, 2024-01, 2024 or --11.

const british = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/

/** A British date the other way round, whether there is such a day or not; any other text as it is. */
export const dayFirst = (cell: string): string => {
  const [, day = "", month = "", year = ""] = british.exec(cell) ?? []
  return year === "" ? cell : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}
