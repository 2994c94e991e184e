// What is this case: the act, the place, the stage, and how the accused stand?
// Shows one row, or none for an unknown id. Standing lists every standing of anybody accused; see case_people.
// $id: text = required. The case's id.
// id: Perkara apa ini: perbuatannya, tempatnya, tahapnya, dan status yang disangka?
// id: Memperlihatkan satu baris, atau tidak ada bila id tidak dikenal. Status memuat setiap status siapa pun yang
// id: disangka; lihat case_people.
// id: $id: Id perkara.
MATCH (i:Incident {id: $id})
OPTIONAL MATCH (i)-[:IN]->(region:Region)
OPTIONAL MATCH (i)-[:DURING]->(contest:Contest)
OPTIONAL MATCH (p:Person)-[r:ACCUSED_IN]->(i)
WITH i, region, contest, r ORDER BY r.standing
RETURN
  i.id AS id, i.violations AS violations, i.date AS date, i.precision AS precision, i.stage AS stage,
  collect(DISTINCT r.standing) AS standing, i.first_reported AS first_reported, i.last_reported AS last_reported,
  i.articles AS articles, i.copies AS copies, region.name AS region, region.id AS region_id, contest.name AS contest,
  contest.id AS contest_id, i.why AS why
