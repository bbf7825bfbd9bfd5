namespace Fraud.Collect.Extracting;

/// <summary>Kinds of elements a block can lie in.</summary>
[Flags]
internal enum Inside
{
    None = 0,
    Article = 1 << 0,
    Main = 1 << 1,
    Header = 1 << 2,
    Footer = 1 << 3,
    Nav = 1 << 4,
    Aside = 1 << 5,
    Form = 1 << 6,
    Table = 1 << 7,
    List = 1 << 8,
    Figure = 1 << 9,
    Quote = 1 << 10,
    ArticleBody = 1 << 11,
    Button = 1 << 12,
    Section = 1 << 13,
    Details = 1 << 14,
}
