// Which sanctions follow which violations?
// Shows rulings in force that find against somebody, by violation, track and class of sanction, with the range of months
// and rupiah. Cannot show sanctions that no article reports; a case of several violations counts for each.
// id: Sanksi apa mengikuti pelanggaran apa?
// id: Memperlihatkan putusan berlaku yang menyatakan seseorang terbukti, menurut pelanggaran, jalur, dan kelas
// id: sanksi, dengan rentang bulan dan rupiahnya. Tidak dapat memperlihatkan sanksi yang tidak diberitakan; perkara
// id: dengan beberapa pelanggaran dihitung pada masing-masing.
MATCH (r:Ruling {superseded: false, standing: 'proven'})-[:DECIDES]->(i:Incident)
UNWIND i.violations AS violation
RETURN
  violation, r.track AS track, r.class AS class, count(DISTINCT r) AS rulings, min(r.months) AS least_months,
  max(r.months) AS most_months, min(r.rupiah) AS least_rupiah, max(r.rupiah) AS most_rupiah
ORDER BY violation, track, class
