// Which person did each name of each article become?
// Shows the article's id as it was read, the name as read, and the person in the graph. Cannot show names that no
// sentence of the article carries.
// $article: text = null. Only this article.
MATCH (a:Article)<-[:IN]-(:Claim)-[about:ABOUT]->(p:Person)
WHERE $article IS NULL OR a.id = $article
RETURN DISTINCT a.id AS article, about.name AS name, p.id AS person
ORDER BY article, name, person
