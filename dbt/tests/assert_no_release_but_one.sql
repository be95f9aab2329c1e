-- A warehouse is one release.
select count(*) as releases from {{ ref('rpt_release') }} having count(*) <> 1
