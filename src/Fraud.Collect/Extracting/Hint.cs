namespace Fraud.Collect.Extracting;

/// <summary>What an element's class, id or role says it is for.</summary>
[Flags]
internal enum Hint
{
    None = 0,

    /// <summary>The text itself: "article-body", "entry-content".</summary>
    Body = 1 << 0,

    /// <summary>Weaker: "content", "main", "post".</summary>
    Content = 1 << 1,

    Comment = 1 << 2,

    /// <summary>Menus, breadcrumbs, pagination, tables of contents.</summary>
    Navigation = 1 << 3,

    /// <summary>Page head and foot.</summary>
    Frame = 1 << 4,

    Sidebar = 1 << 5,

    Share = 1 << 6,

    /// <summary>Links to other pages: "related", "trending", "read-more".</summary>
    Related = 1 << 7,

    Advertisement = 1 << 8,

    /// <summary>Newsletters, sign-up, log-in, forms.</summary>
    SignUp = 1 << 9,

    /// <summary>Cookie notices, dialogs, banners.</summary>
    Overlay = 1 << 10,

    /// <summary>By-line, author box, date line.</summary>
    Byline = 1 << 11,

    /// <summary>Captions, credits, galleries.</summary>
    Caption = 1 << 12,

    /// <summary>Tags, categories, meta lines.</summary>
    Meta = 1 << 13,

    Title = 1 << 14,

    /// <summary>Hidden by style or attribute.</summary>
    Hidden = 1 << 15,

    /// <summary>Cards and teasers in grids.</summary>
    Card = 1 << 16,

    /// <summary>Forum posts and answers.</summary>
    Post = 1 << 17,

    /// <summary>Goods: descriptions, prices, specifications.</summary>
    Product = 1 << 18,
}
