namespace Fraud.Pitches;

/// <summary>A fact another detector can state. The numbers are feature identities: append only.</summary>
public enum PitchHint
{
    /// <summary>A key in clear.</summary>
    Key,

    /// <summary>Several keys.</summary>
    ManyKeys,

    /// <summary>An offer that can be judged.</summary>
    Offer,

    /// <summary>Priced above or at list.</summary>
    PriceNormal,

    /// <summary>Priced within known discounts.</summary>
    PriceExplainable,

    /// <summary>Priced below any known discount.</summary>
    PriceImplausible,

    /// <summary>Priced as no authorised seller can.</summary>
    PriceExtreme,

    /// <summary>Below the lowest official price of any kind.</summary>
    BelowFloor,

    /// <summary>A periodic return.</summary>
    Yield,

    /// <summary>A bonus on top of a payment.</summary>
    Bonus,

    /// <summary>A commission.</summary>
    Commission,

    /// <summary>The author's own messenger contact.</summary>
    AuthorMessenger,

    /// <summary>The author's own phone or mail.</summary>
    AuthorPhoneOrMail,

    /// <summary>Somebody else's contact, reported.</summary>
    ReportedContact,

    /// <summary>A payee.</summary>
    Payee,

    /// <summary>A wallet address.</summary>
    Wallet,

    /// <summary>A link.</summary>
    Link,

    /// <summary>An ID number or bank card.</summary>
    IdentityNumber,

    /// <summary>Traditional and simplified characters mixed.</summary>
    ScriptMixing,

    /// <summary>Invisible characters inside words.</summary>
    Invisibles,

    /// <summary>Letters or digits in disguise.</summary>
    Disguise,

    /// <summary>Published on a verified vendor host.</summary>
    VendorHost,
}
