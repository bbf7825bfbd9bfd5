namespace Fraud.Accounts;

/// <summary>A person who may sign in.</summary>
public sealed record Account
{
    /// <summary>Sign-in name, lower case, 3 to 40 characters of a-z, 0-9, '.', '-', '_'.</summary>
    public required string Name { get; init; }

    /// <summary>What the person may do.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>Salted password hash.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>A one-time password was set; the person must choose another at sign-in.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>May not sign in.</summary>
    public bool Disabled { get; init; }

    /// <summary>Changes with the password; older sessions end.</summary>
    public required string SecurityStamp { get; init; }
}
