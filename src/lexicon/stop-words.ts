/** Words that carry no content of a query, folded. They are indexed, and dropped from a query unless nothing else remains. */
export const STOP_WORDS = new Set(
  `في من الي علي عن مع ان انه انها الذي التي الذين اللذين اللتين اللذان هذا هذه ذلك تلك هو هي هم ما لا لم لن قد كان كانت كما كل بعد قبل بين حول
  خلال عند لدي او ام ثم بل حتي اذا اذ لو منذ ضد دون غير الا لكن ولكن فقط ايضا اي حيث بان وان فان كذلك هناك هنا عليه عليها اليه اليها فيه فيها منه منها
  به بها له لها لهم عنه عنها ليس ليست يكون تكون نحو امام عبر وفق بشان اثر اثناء ضمن نفسه نفسها وقد وكان وكانت وفي ومن وعلي وهو وهي ولم ولا وما والتي والذي ال
  al el bin ben ibn the of in and to a an for on at by is`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that ask, folded: a query that begins with one is a question, and they are no words to look for. */
export const INTERROGATIVES = new Set(
  'من ما متي اين كيف لماذا ماذا هل كم اي ايه ماهي ماهو ماهي لمن بماذا فيم لم مم بم علام الام اينما كيفما ايان who what when where why how which'.split(
    ' ',
  ),
)
