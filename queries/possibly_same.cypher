// Which people may be one and the same, for somebody to judge?
// Shows pairs that are likely but not certain, with score and reasons; `netralitas judge` decides. Cannot show pairs
// whose names differ too much to be compared.
// $id: text = null. Only pairs with this person.
MATCH (p:Person)-[s:POSSIBLY_SAME]-(o:Person)
WHERE CASE WHEN $id IS NULL THEN p.id < o.id ELSE p.id = $id END
RETURN
  p.name AS person, o.name AS other, s.score AS score, s.why AS why, head(p.offices) AS office,
  head(o.offices) AS other_office, p.id AS person_id, o.id AS other_id
ORDER BY score DESC, person_id, other_id
