// Who is accused in a case, how do they stand, and whom did it favour?
// Shows everybody accused with the standing as of all sources, its history, each track, and the sentence; and those
// favoured, whom that accuses of nothing.
// $id: text = required. The case's id.
CALL () {
  MATCH (p:Person)-[r:ACCUSED_IN]->(i:Incident {id: $id})
  RETURN p, i, 'accused' AS role, r
  UNION
  MATCH (i:Incident {id: $id})-[:FAVOURED]->(p:Person)
  RETURN p, i, 'beneficiary' AS role, null AS r
}
CALL (p, i, role, r) {
  MATCH (p)<-[about:ABOUT]-(c:Claim)-[:SUPPORTS]->(i)
  WHERE about.role = role
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY
    about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  p.name AS person, p.id AS person_id, role, about.office AS office, r.standing AS standing, r.first AS first,
  r.since AS since, r.history AS history, r.tracks AS tracks, r.conflict AS conflict, i.date AS date,
  i.precision AS precision,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY role, person, person_id
