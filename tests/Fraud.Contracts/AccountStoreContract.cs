using Fraud.Accounts;

namespace Fraud.Contracts;

public abstract class AccountStoreContract(Func<TestStore> open) : StoreContract(open)
{
    private static readonly Account Ann = new() { Name = "ann", Role = AccountRole.Lead, PasswordHash = "h", SecurityStamp = "s", MustChangePassword = true };

    private IAccountStore Accounts => Store.Get<IAccountStore>();

    [Fact]
    public async Task An_account_comes_back_as_it_was_saved()
    {
        await Accounts.SaveAsync(Ann, Token);
        await Store.ReopenAsync();
        Assert.Equal(Ann, await Accounts.FindAsync("ann", Token));
    }

    [Fact]
    public async Task Saving_again_replaces_the_account()
    {
        await Accounts.SaveAsync(Ann, Token);
        await Accounts.SaveAsync(Ann with { Disabled = true, MustChangePassword = false }, Token);
        Assert.True(Assert.Single(await Accounts.ListAsync(Token)).Disabled);
    }

    [Fact]
    public async Task An_unknown_name_has_no_account() => Assert.Null(await Accounts.FindAsync("bob", Token));

    [Fact]
    public async Task Accounts_are_listed_by_name()
    {
        await Accounts.SaveAsync(Ann with { Name = "zoe" }, Token);
        await Accounts.SaveAsync(Ann, Token);
        Assert.Equal(["ann", "zoe"], (await Accounts.ListAsync(Token)).Select(a => a.Name));
    }
}
