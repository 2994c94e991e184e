// Which regions have more cases than the number of reports on them lets expect?
// Shows regions of one level with the cases in which somebody stands accused, the reports on the region, the cases to be
// expected at the country's rate, and the 95 % interval of the ratio: only where all of it lies above 1 do they stand
// out. Press coverage is not incidence: a region with many cases may have many reporters, and one without may have none.
// No count of civil servants is at hand; village heads stand beside the number of villages. Cannot show unreported cases.
// $level: text = regency. The level: province or regency.
// $out: text = no. Only regions that stand out, up or down: yes or no.
MATCH (x:Pattern {kind: 'region', level: $level})-[:OF]->(region:Region)
WHERE $out <> 'yes' OR x.stands_out <> 'no'
CALL (x) {
  MATCH (x)-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p:Person)
  WHERE r.standing <> 'cleared'
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN i, r, p, about, c, a
  ORDER BY i.last_reported IS NULL, i.last_reported DESC, i.id, about.standing = r.standing DESC,
    coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id, p.id
  LIMIT 1
}
RETURN
  x.rank AS rank, region.name AS region, x.cases AS cases, x.reports AS reports, x.expected AS expected,
  x.ratio AS ratio, x.low AS low, x.high AS high, x.stands_out AS stands_out, x.accused AS accused, x.proven AS proven,
  x.village_heads AS village_heads, x.villages AS villages, p.name AS person, about.office AS office,
  r.standing AS standing, region.id AS region_id, p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY rank, region, region_id
