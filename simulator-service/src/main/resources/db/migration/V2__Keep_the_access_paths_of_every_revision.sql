-- The access paths of each revision that could be computed. Those of the newest stand in computed_revision too.
create table matrix_of_revision (
  organization text not null,
  revision bigint not null,
  matrix text not null, -- the line that `casguard paths -o json` prints
  primary key (organization, revision)
);

insert into matrix_of_revision (organization, revision, matrix)
  select organization, revision, answer from computed_revision where answer is not null;
