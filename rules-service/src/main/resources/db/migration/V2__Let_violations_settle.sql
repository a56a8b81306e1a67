-- Until when an open violation may merely be unsettled: the acceptance of the revision that opened or changed it, and the
-- worst time that replication takes from its site to every other. Null where that is unsaid, and where there is one site.
alter table violation add column unsettled_until timestamptz;
