/** Members that add up to what was delivered, before and after the sources that follow the figures. */
export const sumsOfResidents = Object.freeze([
  // Hannover and Saarbruecken lack rows of members in 2008; Barnim and Maerkisch-Oderland are off by the same number.
  { period: '2008', equal: 297, different: 4, keys: '03241 10041 12060 12064' },
  { period: '2009', equal: 301, different: 0, keys: null },
  { period: '2010', equal: 301, different: 0, keys: null },
  { period: '2011', equal: 295, different: 0, keys: null },
  { period: '2012', equal: 295, different: 0, keys: null },
  { period: '2013', equal: 295, different: 0, keys: null },
  { period: '2014', equal: 295, different: 0, keys: null },
  { period: '2015', equal: 295, different: 0, keys: null },
]);
